import type { CommandSpec } from "../command-spec.ts";
import { json } from "./flags.ts";

export const diff: CommandSpec = {
  about: {
    zh: "对比两个方案：新增、取消、更严、更宽、时限和责任的变化",
    en: "compare two plans: what is new, gone, stricter, looser, moved or handed over",
  },
  arguments: [
    {
      name: { zh: "方案甲", en: "A" },
      about: { zh: "原方案的编号或文件", en: "id or file of the earlier plan" },
      kind: "<>",
    },
    {
      name: { zh: "方案乙", en: "B" },
      about: { zh: "新方案的编号或文件", en: "id or file of the later plan" },
      kind: "<>",
    },
  ],
  options: [json],
  load: async () => (await import("../diff.ts")).diff,
};
