import type { CommandSpec } from "../command-spec.ts";
import { file } from "./flags.ts";

export const test: CommandSpec = {
  about: {
    zh: "运行规则自带的测试：小份数据，算出的结果与应有的结果对照",
    en: "run the tests that rules bring: small rows, and what they should come to",
  },
  arguments: [
    {
      name: { zh: "文件", en: "files" },
      about: {
        zh: "测试文件或文件夹；不写则取 rules/tests/",
        en: "test files or folders; without them rules/tests/",
      },
      kind: "[...]",
    },
  ],
  options: [
    {
      flags: "-f, --format",
      value: { zh: "pretty|json|junit", en: "pretty|json|junit" },
      about: {
        zh: "标准输出的格式；不写则为 pretty，有 -o 时不输出",
        en: "format on stdout; without it pretty, or nothing when -o is given",
      },
    },
    {
      flags: "-o, --output",
      value: file,
      about: {
        zh: "写出结果，扩展名决定格式（.xml 为 JUnit，.json，.txt）；可重复",
        en: "write the outcome; the extension picks the format (.xml is JUnit, .json, .txt); repeatable",
      },
      repeatable: true,
    },
    {
      flags: "--coverage",
      about: {
        zh: "列出 where 和 that 中没有试过真或假的每一处",
        en: "list each test of where and that not seen both true and false",
      },
    },
    {
      flags: "--min-coverage",
      value: { zh: "百分数", en: "percent" },
      about: {
        zh: "有方案的覆盖低于此数时以 1 退出",
        en: "exit with 1 when the coverage of a plan is below this",
      },
    },
    {
      flags: "--update",
      about: {
        zh: "把实际结果写进测试文件，代替应有的结果；注释不动",
        en: "write what came into the test files in place of what was expected; comments stay",
      },
    },
  ],
  load: async () => (await import("../test.ts")).test,
};
