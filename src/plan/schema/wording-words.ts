import { commonPlaceholders, type Paper, paperSentences } from "../../model/wording.ts";
import { type KeyWords, key } from "./words.ts";

export const wordingWords: KeyWords = key(
  "用语：通报和任务交办单的句子，没写的照常。",
  "Wording: the sentences of papers; what is not written is said as usual.",
  [],
  {
    of: {
      wording: key("名称：随便起。", "Name: any.", ["office"]),
      language: key("语言：这些句子是哪种语言。", "Language: of the sentences.", ["zh", "en"]),
      bulletin: paper("bulletin", "通报：逐句改。", "Bulletin: sentence by sentence."),
      "task-sheet": paper("task-sheet", "任务交办单：逐句改。", "Task sheet: sentence by sentence."),
    },
  },
);

function paper(name: Paper, zh: string, en: string): KeyWords {
  const sentences: Record<string, readonly string[]> = paperSentences[name];
  return key(zh, en, [], {
    of: Object.fromEntries(
      Object.entries(sentences).map(([sentence, held]) => {
        const names = [...held, ...commonPlaceholders].map((one) => `{${one}}`).join(" ");
        return [
          sentence,
          key(
            `${sentence}：可用 ${names}；写成空的 "" 就不说这一句。`,
            `${sentence}: may hold ${names}; "" leaves it out.`,
          ),
        ];
      }),
    ),
  });
}
