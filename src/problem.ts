import { clickhouseSentences } from "./model/clickhouse-sentences.ts";
import { dataReason } from "./model/data-reasons.ts";
import { databaseSentences } from "./model/database-sentences.ts";
import type { Language, Params, Sentence } from "./model/language.ts";
import { ledgerSentences } from "./model/ledger-sentences.ts";
import { lintSentences } from "./model/lint-sentences.ts";
import { spoken } from "./model/spoken.ts";

/** Where a problem is: a file, and in it a line and column or a sheet and cell. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly sheet?: string;
  readonly cell?: string;
}

export type Severity = "error" | "warning" | "info";

/** Something a user can mend: what is wrong, where, and what to do. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly at: Place;
  readonly with: Params;
  /** A name that the user may have meant. */
  readonly nearest?: string | undefined;
  /** Where it is in the rules, by names rather than lines: indicators[instant-share].measure.where. */
  readonly path?: string;
  /** The lines around the place, ready to print. */
  readonly frame?: string | undefined;
}

/** Ends a command; everything that is wrong is in it at once. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.code} ${JSON.stringify(problem.with)}`).join("; "));
    this.name = "ProblemError";
    this.problems = problems;
  }
}

export function problem(code: ProblemCode, at: Place, with_: Params = {}, nearest?: string): Problem {
  return { code, severity: "error", at, with: with_, ...(nearest === undefined ? {} : { nearest }) };
}

export function fail(code: ProblemCode, at: Place, with_: Params = {}, nearest?: string): never {
  throw new ProblemError([problem(code, at, with_, nearest)]);
}

/** Exit codes of the contract: 2 for usage and rule files, 3 for data, 4 for outputs. */
export function exitCodeFor(code: ProblemCode): 2 | 3 | 4 {
  if (code.startsWith("D")) return 3;
  return code.startsWith("O") ? 4 : 2;
}

const fates: Readonly<Record<string, Record<Language, string>>> = {
  rejected: { zh: "编号读不出", en: "without a readable key" },
  note: { zh: "备注", en: "notes" },
  total: { zh: "合计", en: "totals" },
  "outside-period": { zh: "不在考核期内", en: "outside the period" },
  "after-as-of": { zh: "晚于截至日", en: "after as-of" },
  duplicate: { zh: "重复", en: "repeated" },
  "unmatched-sheet": { zh: "在不相符的工作表中", en: "in sheets that fit nothing" },
};

/** "不在考核期内 12 行，合计 1 行": where rows went that were not used. */
function fatesOf(counts: Params, language: Language): string {
  const said = Object.entries(fates).flatMap(([fate, word]) => {
    const rows = counts[fate];
    if (rows === undefined) return [];
    return [language === "zh" ? `${word.zh} ${rows} 行` : `${rows} ${word.en}`];
  });
  return said.join(language === "zh" ? "，" : ", ");
}

// U usage · R rule files · D data · O outputs. Codes are stable: never reuse one.
const sentences = {
  U001: {
    zh: (p) => `没有叫“${p.name}”的命令。用 evaluate --help 看全部命令。`,
    en: (p) => `There is no command "${p.name}". evaluate --help lists them.`,
  },
  U002: {
    zh: (p) => `不认识的参数 ${p.flag}。用 evaluate ${p.command} --help 看可用的参数。`,
    en: (p) => `Unknown option ${p.flag}. evaluate ${p.command} --help lists the options.`,
  },
  U003: {
    zh: (p) => `参数 ${p.flag} 的值“${p.value}”不对：应为 ${p.expected}。`,
    en: (p) => `Option ${p.flag} has the value "${p.value}"; expected ${p.expected}.`,
  },
  U004: {
    zh: (p) => `缺少 ${p.what}。例如：${p.example}`,
    en: (p) => `${p.what} is missing. For example: ${p.example}`,
  },
  U005: {
    zh: (p) => `没有叫“${p.name}”的方案。现有方案：${p.known}。也可以写方案文件的路径。`,
    en: (p) => `There is no plan "${p.name}". Known plans: ${p.known}. A path to a plan file works too.`,
  },
  U006: {
    zh: (p) => `方案里没有${p.kind}“${p.name}”。`,
    en: (p) => `The plan has no ${p.kind} "${p.name}".`,
  },
  U007: {
    zh: (p) => `不能写“${p.file}”：不支持扩展名 ${p.extension}。支持：${p.known}。`,
    en: (p) =>
      `Cannot write "${p.file}": the extension ${p.extension} is not supported. Supported: ${p.known}.`,
  },
  U008: {
    zh: (p) => `${p.text}`,
    en: (p) => `${p.text}`,
  },
  U009: {
    zh: (p) => `参数 ${p.flag} 后面缺少值。`,
    en: (p) => `Option ${p.flag} needs a value.`,
  },
  U010: {
    zh: (p) => `缺少 <${p.name}>。用 evaluate ${p.command} --help 看用法。`,
    en: (p) => `<${p.name}> is missing. evaluate ${p.command} --help shows the usage.`,
  },
  U011: {
    zh: (p) => `参数太多。用 evaluate ${p.command} --help 看用法。`,
    en: (p) => `Too many arguments. evaluate ${p.command} --help shows the usage.`,
  },
  U012: {
    zh: (p) => `“${p.name}”对应多项指标：${p.ids}。请写编号。`,
    en: (p) => `"${p.name}" stands for several indicators: ${p.ids}. Name one by its id.`,
  },
  U013: {
    zh: (p) => `--render 把已保存的报告换成别的格式，不再读取数据，不能与 ${p.what} 同用。去掉其中一个。`,
    en: (p) => `--render turns a saved report into other formats and reads no data: leave out ${p.what}.`,
  },
  U014: {
    zh: (p) =>
      `“${p.name}”是任务，不是指标，没有公式。它是否完成看任务台账；时限和责任单位用 evaluate show ${p.plan} 查看。`,
    en: (p) =>
      `"${p.name}" is a task, not an indicator, and has no formula. 任务台账 says whether it is done; evaluate show ${p.plan} prints its deadline and units.`,
  },
  U016: {
    zh: (p) => `--baseline：${p.dir} 里没有 ${p.date} 的快照。有快照的日子：${p.known}。`,
    en: (p) => `--baseline: ${p.dir} holds no snapshot of ${p.date}. There are: ${p.known}.`,
  },
  U017: {
    zh: (p) => `${p.flags} 不能同用。去掉其中一个。`,
    en: (p) => `${p.flags} do not go together: leave one out.`,
  },
  U018: {
    zh: (p) => `环境变量 ${p.name} 的值“${p.value}”不对：应为 ${p.expected}。`,
    en: (p) => `The variable ${p.name} has the value "${p.value}"; expected ${p.expected}.`,
  },
  U020: {
    zh: (p) => `参数 ${p.flag} 的值“${p.value}”不对：应形如 2022-10-25，或写 today。`,
    en: (p) => `Option ${p.flag} has the value "${p.value}"; expected a date like 2022-10-25, or today.`,
  },
  R001: { zh: (p) => `YAML 写法有误：${p.text}`, en: (p) => `Not valid YAML: ${p.text}` },
  R002: {
    zh: (p) => `规则文件过大或嵌套过深（${p.text}）。`,
    en: (p) => `The rule file is too large or too deeply nested (${p.text}).`,
  },
  R003: { zh: (p) => `不认识的键“${p.key}”。`, en: (p) => `Unknown key "${p.key}".` },
  R004: { zh: (p) => `缺少“${p.key}”。`, en: (p) => `"${p.key}" is missing.` },
  R005: {
    zh: (p) => `“${p.key}”的值“${p.value}”不对，应为 ${p.expected}。`,
    en: (p) => `"${p.key}" has the value "${p.value}"; expected ${p.expected}.`,
  },
  R006: {
    zh: (p) => `第一个键应说明文件种类（${p.expected}），这里是“${p.key}”。`,
    en: (p) => `The first key must say the kind of file (${p.expected}); here it is "${p.key}".`,
  },
  R007: {
    zh: (p) => `“${p.key}”后面没有值。删去这一行，或补上值。`,
    en: (p) => `"${p.key}" has no value. Remove the line or give it a value.`,
  },
  R008: {
    zh: (p) => `“${p.written}”的冒号后面缺少空格，应写作“${p.meant}”。`,
    en: (p) => `"${p.written}" lacks a space after the colon: write "${p.meant}".`,
  },
  R009: {
    zh: (p) => `“${p.written}”用了全角标点“${p.mark}”，应写作“${p.meant}”；若是文字的一部分，请加引号。`,
    en: (p) =>
      `"${p.written}" holds the full-width mark "${p.mark}": write "${p.meant}", or quote it if it is text.`,
  },
  R010: {
    zh: (p) => `${p.owner}用到数据集“${p.name}”，数据字典里没有。`,
    en: (p) => `${p.owner} names the dataset "${p.name}", which the dictionary does not have.`,
  },
  R011: {
    zh: (p) => `键“${p.key}”写了两次。删去其中一个。`,
    en: (p) => `The key "${p.key}" is written twice. Remove one of them.`,
  },
  R012: {
    zh: (p) => `${p.owner}用到字段“${p.name}”，${p.dataset} 没有这个字段。`,
    en: (p) => `${p.owner} names the field "${p.name}", which ${p.dataset} does not have.`,
  },
  R013: {
    zh: (p) => `${p.owner}用到单位或分组“${p.name}”，单位名录里没有。`,
    en: (p) => `${p.owner} names the unit or group "${p.name}", which the directory does not have.`,
  },
  R014: {
    zh: (p) => `${p.owner}：字段“${p.field}”是${p.type}，不能用 ${p.operator}。`,
    en: (p) => `${p.owner}: the field "${p.field}" is of type ${p.type} and does not take ${p.operator}.`,
  },
  R015: {
    zh: (p) => `${p.owner}：“${p.value}”不能作为字段“${p.field}”的值（${p.expected}）。`,
    en: (p) => `${p.owner}: "${p.value}" is not a value of the field "${p.field}" (${p.expected}).`,
  },
  R016: {
    zh: (p) => `${p.owner}没有写方向（direction），defaults 里也没有。`,
    en: (p) => `${p.owner} has no direction, and neither do the defaults.`,
  },
  R017: { zh: (p) => `编号“${p.id}”用了两次。`, en: (p) => `The id "${p.id}" is used twice.` },
  R018: {
    zh: (p) => `${p.owner}：${p.kind} 不能以 % 计量，只有占比和比率可以。`,
    en: (p) => `${p.owner}: a ${p.kind} cannot be measured in %; only shares and ratios can.`,
  },
  R019: {
    zh: (p) => `循环引用：${p.chain}。`,
    en: (p) => `Circular reference: ${p.chain}.`,
  },
  R020: {
    zh: (p) => `名称“${p.name}”已被 ${p.owner} 占用。`,
    en: (p) => `The name "${p.name}" already belongs to ${p.owner}.`,
  },
  R021: {
    zh: (p) => `${p.owner}：${p.text}`,
    en: (p) => `${p.owner}: ${p.text}`,
  },
  R022: {
    zh: (p) => `没有这个日期：“${p.value}”。日期写作 2022-10-25。`,
    en: (p) => `There is no such date: "${p.value}". Dates are written 2022-10-25.`,
  },
  R023: {
    zh: (p) => `单位“${p.name}”与“${p.other}”的写法“${p.form}”相同，无法区分。`,
    en: (p) => `The units "${p.name}" and "${p.other}" share the written form "${p.form}".`,
  },
  R024: {
    zh: (p) => (p.reason === "permission" ? `没有权限读取“${p.file}”。` : `找不到文件“${p.file}”。`),
    en: (p) =>
      p.reason === "permission"
        ? `There is no permission to read "${p.file}".`
        : `There is no file "${p.file}".`,
  },
  R025: {
    zh: () => "缩进用了制表符（Tab）。请改用空格。",
    en: () => "The line is indented with a tab. Use spaces.",
  },
  R026: {
    zh: (p) => `没有一张表有“单位”或“名称”列。单位名录的列：${p.known}。`,
    en: (p) => `No sheet has a column 单位 or 名称 (name). The columns of a list of units: ${p.known}.`,
  },
  R030: {
    zh: (p) => `要删去“${p.id}”，但被继承的方案 ${p.plan} 里没有这个编号。`,
    en: (p) => `"${p.id}" is to be removed, but the plan ${p.plan} that is extended has no such id.`,
  },
  R031: {
    zh: (p) => `规则测试用到指标“${p.id}”，方案 ${p.plan} 里没有。改成方案里的编号，或删去这一例。`,
    en: (p) =>
      `The test names the indicator "${p.id}", which the plan ${p.plan} does not have. Write an id of the plan, or remove the case.`,
  },
  R040: {
    zh: (p) => `“${p.file}”不是普通文件，不能作规则文件。请写一个文件的路径。`,
    en: (p) => `"${p.file}" is not a regular file and cannot be a rule file. Name a file.`,
  },
  R041: {
    zh: () => "不是 UTF-8 编码。请在编辑器中另存为 UTF-8。",
    en: () => "The file is not encoded in UTF-8. Save it as UTF-8 in an editor.",
  },
  R042: {
    zh: (p) => `“${p.key}”不能作键名。换一个名称。`,
    en: (p) => `"${p.key}" cannot be a key. Choose another name.`,
  },
  R043: {
    zh: (p) =>
      `${p.owner}：worst（${p.worst}）是完成度为 0 的位置，必须${p.side === "below" ? "小于" : "大于"}阈值 ${p.threshold}。`,
    en: (p) =>
      `${p.owner}: worst (${p.worst}) is where attainment is 0, so it must be ${p.side === "below" ? "below" : "above"} the threshold ${p.threshold}.`,
  },
  R044: {
    zh: (p) => `${p.owner}：scope: quota 把数量分给各单位，不能用于以 % 计量的指标。改用 scope: each。`,
    en: (p) =>
      `${p.owner}: scope: quota splits an amount among units and cannot be used for a rate in %. Use scope: each.`,
  },
  R045: {
    zh: (p) => `${p.owner}：“${p.unit}”的份额 ${p.value} 不对，份额不能为负，且至少一个大于 0。`,
    en: (p) =>
      `${p.owner}: the share ${p.value} of "${p.unit}" is wrong; shares are not negative, and one at least is above 0.`,
  },
  R046: {
    zh: (p) => `${p.owner}：分配表合计 ${p.sum}，不等于阈值 ${p.threshold}。改正分配表或阈值。`,
    en: (p) =>
      `${p.owner}: the quota table adds up to ${p.sum}, not to the threshold ${p.threshold}. Correct the table or the threshold.`,
  },
  R047: {
    zh: (p) => `between 的下限 ${p.low} 大于上限 ${p.high}，没有值能符合。写作 [${p.high}, ${p.low}]。`,
    en: (p) =>
      `between has a lower bound ${p.low} above the upper bound ${p.high}, so nothing fits. Write [${p.high}, ${p.low}].`,
  },
  R048: {
    zh: (p) => `“${p.key}”的列表是空的，没有值能符合。写上至少一个值，或删去这一条。`,
    en: (p) => `The list of "${p.key}" is empty, so nothing fits. Give it a value or remove the line.`,
  },
  R049: {
    zh: (p) =>
      `“${p.key}”${p.side === "too_small" ? "至少" : "至多"}要有 ${p.bound} ${p.of === "string" ? "个字" : "项"}。`,
    en: (p) =>
      `"${p.key}" needs ${p.side === "too_small" ? "at least" : "at most"} ${p.bound} ${p.of === "string" ? "character" : "item"}${p.bound === 1 ? "" : "s"}.`,
  },
  R050: {
    zh: (p) => `${p.owner}：阶段须按日期先后写，${p.deadline} 不晚于前一阶段的 ${p.before}。`,
    en: (p) =>
      `${p.owner}: stages stand in the order of their dates; ${p.deadline} is not after ${p.before} of the one before.`,
  },
  R051: {
    zh: (p) => `句子“${p.key}”用了 {${p.name}}，这里没有这个数。可用的有：${p.known}。`,
    en: (p) =>
      `The sentence "${p.key}" holds {${p.name}}, which is no figure of it. It may hold: ${p.known}.`,
  },
  R060: {
    zh: () => "一条豁免只能写 indicator 或 task 中的一个。分成两条。",
    en: () => "A waiver is of an indicator or of a task, not of both. Make it two entries.",
  },
  R061: {
    zh: (p) =>
      `“${p.id}”的豁免已于 ${p.expires} 到期（${p.document}；截至日 ${p.asOf}）。已续批的，改 document 和 expires；没有续批的，删去这一条。`,
    en: (p) =>
      `The waiver of "${p.id}" ended on ${p.expires} (${p.document}; judged as of ${p.asOf}). If it was renewed, change document and expires; if not, remove the entry.`,
  },
  R062: {
    zh: (p) => `这是方案“${p.name}”的豁免，不是“${p.plan}”的。换一份豁免文件，或改 --plan。`,
    en: (p) =>
      `These are waivers of the plan "${p.name}", not of "${p.plan}". Name another file or another plan.`,
  },
  R063: {
    zh: (p) => `“${p.name}”不承担“${p.id}”，这条豁免不起作用。改正单位，或删去这一条。`,
    en: (p) =>
      `"${p.name}" is not responsible for "${p.id}": the waiver does nothing. Correct the unit or remove it.`,
  },
  R064: {
    zh: (p) => `“${p.name}”的“${p.id}”在第 ${p.line} 行已经豁免。两条只留一条。`,
    en: (p) => `"${p.id}" is waived for "${p.name}" in line ${p.line} already. Keep one of the two.`,
  },
  R065: {
    zh: (p) => `要豁免的${p.of === "task" ? "任务" : "指标"}“${p.id}”，方案 ${p.plan} 里没有。`,
    en: (p) => `The ${p.of} "${p.id}" that is to be waived is not in the plan ${p.plan}.`,
  },
  R066: {
    zh: (p) => `名称里没有 {${p.name}} 可用。可用的有：${p.known}。`,
    en: (p) => `A name cannot hold {${p.name}}. It may hold: ${p.known}.`,
  },
  ...lintSentences,
  D001: {
    zh: (p) => `找不到“${p.input}”。检查路径和文件名。`,
    en: (p) => `There is no "${p.input}". Check the path and the name.`,
  },
  D002: {
    zh: (p) => `“${p.input}”没有匹配到任何文件。`,
    en: (p) => `"${p.input}" matches no file.`,
  },
  D003: {
    zh: (p) => `文件夹“${p.input}”里没有表格文件。`,
    en: (p) => `The folder "${p.input}" holds no spreadsheet.`,
  },
  D004: {
    zh: (p) => `不是可以读取的表格文件（${dataReason(p, "zh")}）。请从平台重新导出为 xlsx 或 CSV。`,
    en: (p) => `Not a spreadsheet that can be read (${dataReason(p, "en")}). Export it again as xlsx or CSV.`,
  },
  D005: {
    zh: (p) => `文件已损坏：${dataReason(p, "zh")}。请重新导出或重新拷贝。`,
    en: (p) => `The file is damaged: ${dataReason(p, "en")}. Export or copy it again.`,
  },
  D006: {
    zh: (p) => `超过上限：${dataReason(p, "zh")}。确认文件可信后，用 ${p.flag} 提高上限。`,
    en: (p) =>
      `Over the limit: ${dataReason(p, "en")}. If the file can be trusted, raise the limit with ${p.flag}.`,
  },
  D007: {
    zh: (p) =>
      `没有一个工作表与方案需要的数据集相符。方案需要：${p.needed}。用 evaluate inspect 看每个工作表是怎样理解的。`,
    en: (p) =>
      `No sheet fits a dataset that the plan needs. It needs: ${p.needed}. evaluate inspect shows how each sheet was understood.`,
  },
  D008: {
    zh: () => "文件有密码保护，无法读取。请去掉密码后另存。",
    en: () => "The file is encrypted. Remove its password and save it again.",
  },
  D009: {
    zh: (p) => `读取失败：${dataReason(p, "zh")}`,
    en: (p) => `Cannot be read: ${dataReason(p, "en")}`,
  },
  D010: {
    zh: (p) => `日期 ${p.date} 不在工作日历的年份（${p.from}–${p.to}）之内，无法计算工作日。`,
    en: (p) => `${p.date} is outside the years of the working-day calendar (${p.from}–${p.to}).`,
  },
  D011: {
    zh: (p) => `--strict：${p.text}`,
    en: (p) => `--strict: ${p.text}`,
  },
  D012: {
    zh: (p) => `“${p.input}”是空文件。请重新导出。`,
    en: (p) => `"${p.input}" is empty. Export it again.`,
  },
  D013: {
    zh: (p) => {
      const why = fatesOf(p, "zh");
      return `截至 ${p.asOf}，没有任何可用的数据行${why === "" ? "" : `（${why}）`}。用 evaluate inspect 看每一行的去向，用 --as-of 换一个截至日；若确实没有数据，加 --allow-empty。`;
    },
    en: (p) => {
      const why = fatesOf(p, "en");
      return `There is no usable row of data as of ${p.asOf}${why === "" ? "" : ` (${why})`}. evaluate inspect shows where each row went, --as-of takes another day; if there is no data, add --allow-empty.`;
    },
  },
  D020: {
    zh: (p) =>
      `“${p.file}”不是本程序写出的完整的 JSON 报告${p.path ? `（${p.path} 缺失或有误）` : "（不是 JSON，或不完整）"}。用 -o report.json 重新生成。`,
    en: (p) =>
      `"${p.file}" is not a whole JSON report of this program${p.path ? ` (${p.path} is missing or wrong)` : " (it is no JSON, or cut off)"}. Write it again with -o report.json.`,
  },
  D021: {
    zh: (p) =>
      `“${p.file}”是第 ${p.version} 版格式的报告，这个版本的程序只认识第 1 版。用写出它的程序来读，或重新生成。`,
    en: (p) =>
      `"${p.file}" is a report of format ${p.version}; this version of the program knows format 1. Read it with the program that wrote it, or write it again.`,
  },
  D022: {
    zh: (p) =>
      `历史快照读不出，已跳过：${dataReason(p, "zh")}。${p.reason === "permission" ? "给运行的用户读取权限" : "可从备份恢复，或删去它"}。`,
    en: (p) =>
      `A snapshot was left out: ${dataReason(p, "en")}. ${p.reason === "permission" ? "Let the user who runs this read it." : "Restore it from a backup, or remove it."}`,
  },
  D024: {
    zh: (p) =>
      `“${p.dataset}”的数据太旧：最新的日期是 ${p.latest}（${p.field ? `${p.field}，` : "文件名所写，"}${p.files}），比截至日 ${p.asOf} 早 ${p.days} 天，最多允许 ${p.most} 天。请从平台重新导出；确要照旧评估，放宽 --max-age（maxAge）。`,
    en: (p) =>
      `The data of ${p.dataset} is too old: its newest date is ${p.latest} (${p.field || "in the file's name"}, ${p.files}), ${p.days} days before ${p.asOf}; ${p.most} are allowed. Export it again; to evaluate it all the same, widen --max-age (maxAge).`,
  },
  ...databaseSentences,
  ...ledgerSentences,
  ...clickhouseSentences,
  O001: {
    zh: (p) => `无法写入“${p.file}”：${p.text}`,
    en: (p) => `Cannot write "${p.file}": ${p.text}`,
  },
  O002: {
    zh: (p) => `输出“${p.file}”也是输入文件，会覆盖原始数据。换一个文件名。`,
    en: (p) => `The output "${p.file}" is also an input and would overwrite the data. Choose another name.`,
  },
  O003: {
    zh: (p) => `无法写到标准输出：${p.text}`,
    en: (p) => `Cannot write to standard output: ${p.text}`,
  },
  O004: {
    zh: (p) => `输出“${p.file}”是方案、单位名录、数据字典或映射文件，会覆盖它。换一个文件名。`,
    en: (p) =>
      `The output "${p.file}" is the plan, its units, the dictionary or the mapping and would overwrite it. Choose another name.`,
  },
  O005: {
    zh: (p) => `输出“${p.file}”与“${p.other}”是同一个文件。留下一个。`,
    en: (p) => `The outputs "${p.file}" and "${p.other}" are one file. Leave one out.`,
  },
  O006: {
    zh: (p) =>
      `历史里已有 ${p.asOf} 的结果，与本次不同（${p.file}），没有改动。${p.count ? `不同的数有 ${p.count} 个：${p.changes}${Number(p.count) > 5 ? " 等" : ""}。` : "各项指标的数相同，不同的是数据文件、方案、任务或状态。"}确要用本次的换掉它，加 --replace。`,
    en: (p) =>
      `The history holds another result for ${p.asOf} (${p.file}); it was left as it is. ${p.count ? `Figures that differ, ${p.count}: ${p.changes}${Number(p.count) > 5 ? " …" : ""}.` : "The indicators have the same figures; files, plan, tasks or statuses differ."} To put this one in its place, add --replace.`,
  },
  O007: {
    zh: (p) => {
      if (!p.host) return `另一次运行刚刚占住“${p.file}”。等它结束，或加 --wait 分钟数等候。`;
      const mend = p.here
        ? `若它已卡住，结束进程 ${p.pid}`
        : `若那台电脑上的运行确已不在，删去这个文件（满 12 小时会自动接管）`;
      return `另一次运行占着“${p.file}”：${p.host} 上的进程 ${p.pid}，从 ${p.since} 开始（${p.command}）。等它结束，或加 --wait 分钟数等候；${mend}。`;
    },
    en: (p) => {
      if (!p.host)
        return `Another run has just taken "${p.file}". Wait for it to end, or add --wait MINUTES.`;
      const mend = p.here
        ? `if it hangs, end the process ${p.pid}`
        : "if it is no longer running there, remove the file (after 12 hours it is taken over)";
      return `Another run holds "${p.file}": process ${p.pid} on ${p.host}, since ${p.since} (${p.command}). Wait for it to end, or add --wait MINUTES; ${mend}.`;
    },
  },
  O008: {
    zh: (p) => `“${p.file}”不是锁文件，没有改动它。给 --lock 换一个文件名。`,
    en: (p) => `"${p.file}" is not a lock file and was left as it is. Give --lock another name.`,
  },
  O009: {
    zh: (p) =>
      `“${p.file}”是有人填写或保存过的台账，不会覆盖。用 --ledger-from 把它并入本次台账，或换一个文件名。`,
    en: (p) =>
      `Someone has worked in the ledger "${p.file}"; it is not overwritten. Merge it with --ledger-from, or choose another name.`,
  },
  O010: {
    zh: (p) => `“${p.file}”已经存在，又不是本工具写的台账，不会覆盖。换一个文件名，或先移走它。`,
    en: (p) =>
      `"${p.file}" exists and is not a ledger of ours; it is not overwritten. Choose another name, or move it away first.`,
  },
} satisfies Record<string, Sentence>;

export type ProblemCode = keyof typeof sentences;

/** Codes of rule files, which a suppression may name. */
export const ruleCodes = (Object.keys(sentences) as ProblemCode[]).filter((code) => code.startsWith("R"));

/** The sentence of a problem, without its place. */
export function sentenceOf(found: Problem, language: Language): string {
  const text = sentences[found.code][language](spoken(found.with, language));
  if (found.nearest === undefined) return text;
  return language === "zh" ? `${text}是不是“${found.nearest}”？` : `${text} Did you mean "${found.nearest}"?`;
}
