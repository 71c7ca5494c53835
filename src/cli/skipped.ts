import type { ResolvedInputs, SkipCode } from "../ingest/inputs.ts";
import type { Language } from "../model/language.ts";
import type { Shell } from "./shell.ts";

/** Names the inputs that are no exports. */
export async function noteSkipped({ skipped }: ResolvedInputs, shell: Shell): Promise<void> {
  for (const { file, code } of skipped) await shell.note(skippedNotes[code][shell.language](file));
}

const skippedNotes = {
  "lock-file": {
    zh: (file) => `已跳过 ${file}：这是打开工作簿时留下的锁文件。`,
    en: (file) => `Skipped ${file}: a lock file of an open workbook.`,
  },
  "own-report": {
    zh: (file) => `已跳过 ${file}：这是本程序写出的报告。`,
    en: (file) => `Skipped ${file}: a report that this program wrote.`,
  },
  "broken-link": {
    zh: (file) => `已跳过 ${file}：这是一个链接，它指向的文件不存在。`,
    en: (file) => `Skipped ${file}: a link to a file that does not exist.`,
  },
} satisfies Record<SkipCode, Record<Language, (file: string) => string>>;
