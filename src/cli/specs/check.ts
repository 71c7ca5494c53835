import type { CommandSpec } from "../command-spec.ts";
import { file } from "./flags.ts";

export const check: CommandSpec = {
  about: {
    zh: "检查规则文件：写错的和可疑的，供 CI 使用",
    en: "check rule files for mistakes and doubts, for CI",
  },
  arguments: [
    {
      name: { zh: "文件", en: "files" },
      about: {
        zh: "规则文件或文件夹；不写则取 ./rules，没有则取自带的规则",
        en: "rule files or folders; without them ./rules, or the bundled rules",
      },
      kind: "[...]",
    },
  ],
  options: [
    {
      flags: "-f, --format",
      value: { zh: "格式", en: "format" },
      about: {
        zh: "pretty（默认）、json、sarif、junit、github、gitlab",
        en: "pretty (default), json, sarif, junit, github or gitlab",
      },
    },
    {
      flags: "-o, --output",
      value: file,
      about: {
        zh: "写到文件；不写 -f 时由扩展名决定格式（.sarif .json .xml .txt）",
        en: "write to a file; without -f its ending picks the format (.sarif .json .xml .txt)",
      },
    },
    {
      flags: "--max-warnings",
      value: { zh: "数", en: "n" },
      about: { zh: "警告多于此数时以 1 退出", en: "exit with 1 when there are more warnings" },
    },
  ],
  load: async () => (await import("../check.ts")).check,
};
