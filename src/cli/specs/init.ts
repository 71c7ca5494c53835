import type { CommandSpec } from "../command-spec.ts";
import { json } from "./flags.ts";

export const init: CommandSpec = {
  about: {
    zh: "建一个自己的方案：方案、单位、测试和编辑器用的 Schema，马上能用",
    en: "begin a plan of your own: plan, units, tests and schemas for editors, ready to run",
  },
  arguments: [
    {
      name: { zh: "编号", en: "name" },
      about: {
        zh: "方案编号：小写字母、数字和连字符，如 mycity-2025",
        en: "id of the plan: lower case letters, digits and hyphens, like mycity-2025",
      },
      kind: "<>",
    },
  ],
  options: [
    {
      flags: "-o, --output",
      value: { zh: "文件夹", en: "folder" },
      about: {
        zh: "写在这个文件夹的 rules/ 里；不写则为当前文件夹。已有的文件不覆盖",
        en: "write into rules/ of this folder instead of the current one; never overwrites",
      },
    },
    json,
  ],
  load: async () => (await import("../init.ts")).init,
};
