import type { Language } from "../model/language.ts";
import type { Shell } from "./shell.ts";

export type RawOptions = Readonly<Record<string, unknown>>;
export type Act = (shell: Shell, args: readonly string[], options: RawOptions) => Promise<number>;
type Words = Readonly<Record<Language, string>>;

export interface OptionSpec {
  readonly flags: string;
  /** What stands for the value in help; without it the flag is a switch. */
  readonly value?: Words;
  readonly about: Words;
  readonly repeatable?: true;
  readonly initially?: string;
}

export interface CommandSpec {
  readonly about: Words;
  readonly arguments: readonly {
    readonly name: Words;
    readonly about: Words;
    readonly kind: "<>" | "[]" | "[...]";
  }[];
  readonly options: readonly OptionSpec[];
  /** Loaded when the command runs, so that --help stays quick. */
  readonly load: () => Promise<Act>;
}

const file: Words = { zh: "文件", en: "file" };
const plan = {
  name: { zh: "方案", en: "plan" },
  about: { zh: "方案编号或方案文件", en: "id or file of a plan" },
};
const units: OptionSpec = {
  flags: "--units",
  value: file,
  about: {
    zh: "用这份单位名录代替方案自带的（YAML 或表格）",
    en: "unit directory to use instead of the plan's (YAML or a spreadsheet)",
  },
};
const mapping: OptionSpec = {
  flags: "--mapping",
  value: file,
  about: {
    zh: "映射文件：表头、表头行、数据集、代码含义、跳过的表（inspect --write-map 可生成）",
    en: "mapping of headings, heading rows, datasets, codes, sheets to skip (inspect --write-map writes one)",
  },
};
const waivers: OptionSpec = {
  flags: "--waivers",
  value: file,
  about: {
    zh: "豁免文件：哪个单位的哪一项不考核，凭什么文号，到哪一天",
    en: "waivers: who is excused from what, by which document, until when",
  },
};
const json: OptionSpec = {
  flags: "-f, --format",
  value: { zh: "table|json", en: "table|json" },
  about: { zh: "输出格式", en: "format of the output" },
  initially: "table",
};

const planFlag: OptionSpec = {
  flags: "-p, --plan",
  value: { zh: "编号|路径", en: "id|path" },
  about: { zh: "方案（必填）", en: "the plan (required)" },
};
const asOf: OptionSpec = {
  flags: "--as-of",
  value: { zh: "YYYY-MM-DD|today", en: "YYYY-MM-DD|today" },
  about: {
    zh: "数据截至日；不写则取今天，方案期已过则取期末",
    en: "the day to judge on; without it today, or the end of the plan's period once that is past",
  },
};
const inputs = {
  name: { zh: "输入", en: "inputs" },
  about: {
    zh: "数据文件、文件夹、通配符，或 -（标准输入）",
    en: "files, folders, globs, or - (stdin)",
  },
  kind: "[...]" as const,
};
const jobs: OptionSpec = {
  flags: "--jobs",
  value: { zh: "数", en: "n" },
  about: {
    zh: "几个线程一起读；不写则小文件 1 个，大文件按核数，最多 4 个",
    en: "threads that share the reading; without it one for small files, else one a core, up to 4",
  },
};
const ledger: readonly OptionSpec[] = [
  {
    flags: "--ledger",
    value: { zh: "文件|文件夹", en: "file|folder" },
    about: {
      zh: "写出整改台账：.xlsx、.csv，或文件夹（每个单位一个文件）",
      en: "write the records to put right: .xlsx, .csv, or a folder (a file for each unit)",
    },
  },
  {
    flags: "--ledger-limit",
    value: { zh: "数", en: "n" },
    about: {
      zh: "台账里每个单位每项指标最多几条，0 为全部（默认 1000）",
      en: "rows of the ledger for each unit and indicator, 0 for all (default 1000)",
    },
  },
  {
    flags: "--no-mask",
    about: {
      zh: "台账摘要里的身份证号、电话号码不打码",
      en: "leave ID and phone numbers in the ledger's summaries as they are",
    },
  },
];
const taskSheets: OptionSpec = {
  flags: "--task-sheets",
  value: { zh: "文件夹", en: "folder" },
  about: {
    zh: "给每个有未达标指标或未完成任务的单位写一份任务交办单（.docx）",
    en: "write a task sheet (.docx) for each unit that owes an indicator or a task",
  },
};
const config: readonly OptionSpec[] = [
  {
    flags: "--config",
    value: file,
    about: {
      zh: "配置文件；不写则用当前文件夹的 evaluate.config.yaml（有的话）",
      en: "configuration; without it evaluate.config.yaml of this folder, where there is one",
    },
  },
  { flags: "--no-config", about: { zh: "不用配置文件", en: "use no configuration" } },
  {
    flags: "--print-config",
    about: {
      zh: "只显示每项设置的值和来源（命令行、环境变量、配置文件、默认）",
      en: "only print each setting with where it comes from (flag, environment, configuration, default)",
    },
  },
];
const limits: readonly OptionSpec[] = [
  {
    flags: "--max-bytes",
    value: { zh: "数", en: "n" },
    about: { zh: "每个文件展开后的字节上限", en: "bytes that one file may inflate to" },
  },
  {
    flags: "--max-rows",
    value: { zh: "数", en: "n" },
    about: { zh: "每个工作表的行数上限", en: "rows that one sheet may have" },
  },
  {
    flags: "--max-columns",
    value: { zh: "数", en: "n" },
    about: { zh: "每个工作表的列数上限", en: "columns that one sheet may have" },
  },
  {
    flags: "--max-cell-length",
    value: { zh: "数", en: "n" },
    about: { zh: "每个单元格的字符数上限", en: "characters that one cell may have" },
  },
  {
    flags: "--max-depth",
    value: { zh: "数", en: "n" },
    about: { zh: "压缩包套压缩包的层数上限", en: "how deep archives may lie in each other" },
  },
];

export const globalOptions: readonly OptionSpec[] = [
  {
    flags: "--lang",
    value: { zh: "zh|en", en: "zh|en" },
    about: { zh: "语言（默认 zh）", en: "language (default zh)" },
  },
  { flags: "-q, --quiet", about: { zh: "只输出报告和错误", en: "print the report and errors only" } },
  { flags: "--no-color", about: { zh: "不用颜色", en: "no colour" } },
];

export const commands = {
  run: {
    about: {
      zh: "按方案评估数据，输出或写出报告（默认命令）",
      en: "evaluate data against a plan; print or write the report (default)",
    },
    arguments: [inputs],
    options: [
      planFlag,
      asOf,
      {
        flags: "-o, --output",
        value: file,
        about: {
          zh: "写出报告，扩展名决定格式；可重复",
          en: "write the report; the extension picks the format; repeatable",
        },
        repeatable: true,
      },
      {
        flags: "-f, --format",
        value: { zh: "table|json|markdown|csv|html", en: "table|json|markdown|csv|html" },
        about: {
          zh: "标准输出的格式；不写则为 table，有 -o 时不输出",
          en: "format on stdout; without it table, or nothing when -o is given",
        },
      },
      units,
      mapping,
      waivers,
      {
        flags: "--unit",
        value: { zh: "名称", en: "name" },
        about: { zh: "只看这个责任单位或分组；可重复", en: "only this unit or group; repeatable" },
        repeatable: true,
      },
      {
        flags: "--indicator",
        value: { zh: "编号", en: "id" },
        about: { zh: "只看这项指标或任务；可重复", en: "only this indicator or task; repeatable" },
        repeatable: true,
      },
      {
        flags: "--group-by",
        value: { zh: "clause|dimension", en: "clause|dimension" },
        about: {
          zh: "指标按条款顺序（默认）或按国家评估维度排列",
          en: "indicators by clause (default) or by dimension of the national survey",
        },
      },
      {
        flags: "--title",
        value: { zh: "标题", en: "text" },
        about: { zh: "报告的标题，代替方案的名称", en: "title of the report instead of the plan's" },
      },
      {
        flags: "--history",
        value: { zh: "文件夹", en: "folder" },
        about: {
          zh: "与这个文件夹里以前的结果比较，并把本次结果存进去",
          en: "compare with the earlier runs in this folder, and store this one in it",
        },
      },
      {
        flags: "--baseline",
        value: { zh: "YYYY-MM-DD", en: "YYYY-MM-DD" },
        about: {
          zh: "也与这一天的结果比较；持续提升、持续下降的指标没有基线值时以它为准（与 --history 同用）",
          en: "compare with the run of this day too; improve and reduce are held against it where they have no baseline (with --history)",
        },
      },
      {
        flags: "--replace",
        about: {
          zh: "历史里同一天已有不同的结果时，用本次的换掉它（与 --history 同用）",
          en: "put this result in the place of another one of the same day (with --history)",
        },
      },
      {
        flags: "--margin",
        value: { zh: "数", en: "number" },
        about: {
          zh: "列出达标但余量小于此数的指标（以计量单位计，% 为百分点）；不写则照方案的 report: headroom",
          en: "list what is met by less than this, in its unit or points for % (else as the plan's report: headroom says)",
        },
      },
      {
        flags: "--render",
        value: { zh: "report.json", en: "report.json" },
        about: {
          zh: "不读数据，把以前用 -o report.json 保存的报告换成别的格式",
          en: "read no data: turn a report that was saved with -o report.json into other formats",
        },
      },
      ...ledger,
      taskSheets,
      {
        flags: "--fail-on",
        value: { zh: "unmet|overdue|no-data|never", en: "unmet|overdue|no-data|never" },
        about: {
          zh: "有这类指标时以 1 退出（unmet 未达标，overdue 逾期，no-data 无数据；默认 never）",
          en: "exit with 1 when an indicator is so (default never)",
        },
      },
      {
        flags: "--fail-under",
        value: { zh: "分数", en: "score" },
        about: { zh: "得分低于此数时以 1 退出", en: "exit with 1 when the score is below this" },
      },
      {
        flags: "--strict",
        about: {
          zh: "有疑点就停（以 3 退出）：不认识的单位、读不懂的单元格、不相符的表、缺列、对不上的合计、重复冲突等",
          en: "stop at any doubt (exit 3): unknown units, rejected cells, unmatched sheets, missing columns, totals or copies that disagree …",
        },
      },
      { flags: "--allow-empty", about: { zh: "没有一行可用数据也继续", en: "go on without any usable row" } },
      jobs,
      ...limits,
      ...config,
    ],
    load: async () => (await import("./run.ts")).run,
  },
  plans: {
    about: { zh: "列出现有方案", en: "list the plans" },
    arguments: [],
    options: [json],
    load: async () => (await import("./plans.ts")).plans,
  },
  show: {
    about: {
      zh: "显示一个方案：指标、阶段、单位、算法、条款",
      en: "print a plan: indicators, stages, units, formulas, clauses",
    },
    arguments: [{ ...plan, kind: "<>" }],
    options: [units, json],
    load: async () => (await import("./show.ts")).show,
  },
  explain: {
    about: {
      zh: "说明一项指标怎样算：公式、筛选、目标；带上数据则填入数字和行数",
      en: "say how an indicator is computed: formula, filters, target; with data the numbers filled in",
    },
    arguments: [
      { ...plan, kind: "<>" },
      {
        name: { zh: "指标", en: "indicator" },
        about: { zh: "指标的编号、条款或名称", en: "id, clause or name of the indicator" },
        kind: "<>",
      },
      inputs,
    ],
    options: [
      {
        flags: "--unit",
        value: { zh: "名称", en: "name" },
        about: { zh: "也说明这个责任单位", en: "explain this unit too" },
      },
      asOf,
      units,
      mapping,
      jobs,
      ...limits,
      json,
    ],
    load: async () => (await import("./explain.ts")).explain,
  },
  inspect: {
    about: {
      zh: "说明每张表是怎样读懂的：数据集、表头、列、行数、读不懂的单元格",
      en: "say how each sheet was understood: dataset, headings, columns, rows, rejected cells",
    },
    arguments: [inputs],
    options: [
      {
        ...planFlag,
        about: {
          zh: "方案；不写则只识别数据集",
          en: "the plan; without it datasets are recognised and no more",
        },
      },
      asOf,
      units,
      mapping,
      {
        flags: "--write-map",
        value: file,
        about: {
          zh: "把识别结果写成映射文件，改好后用 --mapping 读取；不覆盖已有文件",
          en: "write what was recognised as a mapping to edit and read with --mapping; never overwrites",
        },
      },
      ...limits,
      json,
    ],
    load: async () => (await import("./inspect.ts")).inspect,
  },
  template: {
    about: {
      zh: "生成空白填报表：表头、下拉列表、批注和示例行",
      en: "write an empty workbook to fill in: headings, drop-downs, comments, an example",
    },
    arguments: [{ ...plan, kind: "<>" }],
    options: [
      {
        flags: "-o, --output",
        value: file,
        about: { zh: "要写的 .xlsx 文件（必填）", en: "the .xlsx file to write (required)" },
      },
      {
        flags: "--unit",
        value: { zh: "名称", en: "name" },
        about: { zh: "只给这个责任单位填", en: "for this responsible unit only" },
      },
      units,
      json,
    ],
    load: async () => (await import("./template.ts")).template,
  },
  sample: {
    about: {
      zh: "生成演示数据（合成数据，文件中注明）",
      en: "write synthetic data for a plan, marked as such",
    },
    arguments: [{ ...plan, kind: "<>" }],
    options: [
      {
        flags: "-o, --output",
        value: file,
        about: { zh: "要写的 .xlsx 文件（必填）", en: "the .xlsx file to write (required)" },
      },
      {
        flags: "--rows",
        value: { zh: "数", en: "n" },
        about: { zh: "每份清单大约多少行", en: "rows of a list, about" },
      },
      {
        flags: "--seed",
        value: { zh: "数", en: "n" },
        about: { zh: "随机种子；同一种子得到同样的数据", en: "seed; the same seed gives the same data" },
      },
      units,
      json,
    ],
    load: async () => (await import("./sample.ts")).sample,
  },
  check: {
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
    load: async () => (await import("./check.ts")).check,
  },
  test: {
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
    load: async () => (await import("./test.ts")).test,
  },
  init: {
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
    load: async () => (await import("./init.ts")).init,
  },
  diff: {
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
    load: async () => (await import("./diff.ts")).diff,
  },
  history: {
    about: {
      zh: "查看历史：各指标和单位的走势；也可清理旧的结果",
      en: "show stored runs: the trend of indicators and units; also to prune them",
    },
    arguments: [
      {
        name: { zh: "文件夹", en: "folder" },
        about: { zh: "run --history 用的文件夹", en: "the folder of run --history" },
        kind: "<>",
      },
    ],
    options: [
      {
        ...planFlag,
        value: { zh: "编号", en: "id" },
        about: { zh: "只看这个方案；不写则看全部", en: "this plan only; all of them without it" },
      },
      {
        flags: "--unit",
        value: { zh: "名称", en: "name" },
        about: { zh: "这个责任单位的各项指标", en: "the indicators of this unit" },
      },
      {
        flags: "--indicator",
        value: { zh: "编号", en: "id" },
        about: { zh: "这项指标在各单位的走势", en: "this indicator in every unit" },
      },
      {
        flags: "--keep",
        value: { zh: "数", en: "n" },
        about: {
          zh: "每个方案只留最近几次，其余删去",
          en: "keep the last n runs of each plan, remove the others",
        },
      },
      {
        flags: "--older-than",
        value: { zh: "天数", en: "days" },
        about: {
          zh: "删去这么多天以前的结果，如 365d",
          en: "remove runs of more than so many days ago, like 365d",
        },
      },
      {
        flags: "--dry-run",
        about: { zh: "只说会删哪些，不删", en: "say what would be removed, remove nothing" },
      },
      json,
    ],
    load: async () => (await import("./history.ts")).history,
  },
  schema: {
    about: { zh: "输出 JSON Schema，供编辑器和程序使用", en: "print a JSON Schema for editors and programs" },
    arguments: [
      {
        name: { zh: "种类", en: "kind" },
        about: {
          zh: "report：报告（默认）；plan、datasets、units、tests、mapping：规则文件",
          en: "report: a report (default); plan, datasets, units, tests, mapping: rule files",
        },
        kind: "[]",
      },
    ],
    options: [
      {
        flags: "--for",
        value: plan.name,
        about: {
          zh: "列出这个方案的数据集、字段、单位、分组和取值，供编辑器补全（plan、tests、mapping）",
          en: "with the datasets, fields, units, groups and values of this plan, to complete (plan, tests, mapping)",
        },
      },
      {
        flags: "-o, --output",
        value: file,
        about: { zh: "写进文件，不写到标准输出", en: "write a file instead of stdout" },
      },
    ],
    load: async () => (await import("./schema.ts")).schema,
  },
} satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof commands;
export const commandNames = Object.keys(commands) as CommandName[];
