const list = (names: readonly string[], comma: string) => names.join(comma);

/** The words of `inspect`. */
export const inspectionWords = {
  zh: {
    title: "读取情况",
    plan: (id: string) => `方案 ${id}`,
    withoutPlan: "未指定方案：只识别数据集，不看考核期，不对照单位名录",
    asOf: (day: string) => `数据截至 ${day}`,
    counts: (files: string, sheets: string) => `${files} 个文件，${sheets} 张表`,
    synthetic: "【合成数据】",
    encoding: (name: string) => `编码 ${name}`,
    sheet: (name: string, dataset: string | null) => `[${name}] → ${dataset ?? "不属于任何数据集"}`,
    hidden: "（隐藏）",
    why: "依据",
    fitsNothing: "前 40 行里没有一行表头与某个数据集相符，未使用",
    templatePage: "填报模板自带的说明或选项，不含数据，已跳过",
    skipped: "按映射文件跳过",
    matched: (columns: number, fit: number) => `相符 ${columns} 列，吻合度 ${fit}`,
    decisive: (headings: readonly string[], more: number) =>
      `独有的表头：${list(headings, "、")}${more > 0 ? ` 等 ${headings.length + more} 个` : ""}`,
    nothingDecisive: "没有独有的表头",
    runnerUp: (dataset: string, matched: number, fit: number) =>
      `次选 ${dataset}（${matched} 列，吻合度 ${fit}）`,
    noRunnerUp: "没有别的数据集相符",
    nameDecided: "两者相当，由表名决定",
    semicolon: "；",
    comma: "、",
    header: "表头",
    headerRows: (rows: readonly number[]) => `第 ${list(rows.map(String), "、")} 行`,
    rows: "行数",
    dates: "日期",
    dateSystem: (year: number) => `${year} 日期系统`,
    columns: ["列", "表头", "字段", "认定"],
    by: { name: "同名", alias: "别名", joined: "合并表头", mapped: "映射文件", across: "横排" },
    forms: {
      "units-across": "表头是单位名称，左侧是指标：每格一个填报值",
      "indicators-across": "表头是指标，左侧是单位：每格一个填报值",
    },
    unmatched: "没有对应字段的列",
    headings: "像是表头的一行，与相近的字段",
    near: (heading: string, nearest: readonly string[]) =>
      nearest.length === 0 ? `“${heading}”` : `“${heading}”：相近的字段 ${list(nearest, "、")}`,
    missing: "没有列的字段",
    blocked: (fields: readonly string[]) =>
      `方案需要，别的表里也没有，算不出的指标见后：${list(fields, "、")}`,
    namesUnit: (field: string) => `${field}：方案需要；没有它，这张表的行只计入全域，分不到单位`,
    needed: (field: string) => `${field}：方案需要`,
    absent: (field: string, value: string) => `${field}：方案需要，没有这一列时一律视为“${value}”`,
    unneeded: (fields: readonly string[]) => `方案不用：${list(fields, "、")}`,
    cells: (count: string) => `读不懂的单元格 ${count} 个，按缺失处理`,
    cell: (address: string, field: string, value: string, reason: string) =>
      `${address} ${field}“${value}”：${reason}`,
    more: (count: string) => `……另有 ${count} 个`,
    units: "名录里没有的单位",
    unit: (name: string, rows: string, nearest: readonly string[], yaml: string) =>
      `“${name}”，${rows} 行；${nearest.length === 0 ? "" : `是不是 ${list(nearest, "、")}？`}名录中可写 ${yaml}`,
    notes: "说明",
    general: "对数据集的说明",
    lacking: "方案需要而输入里没有的数据集和列，与因此算不出的指标",
    lacks: (what: string, indicators: string, nearest: string | null) =>
      `${what}：${indicators}${nearest === null ? "" : `；表中有“${nearest}”，是不是这一列？`}`,
  },
  en: {
    title: "How the inputs were read",
    plan: (id: string) => `plan ${id}`,
    withoutPlan: "no plan given: datasets are recognised, periods and units are not looked at",
    asOf: (day: string) => `data as of ${day}`,
    counts: (files: string, sheets: string) => `files: ${files}, sheets: ${sheets}`,
    synthetic: "[SYNTHETIC DATA / 合成数据]",
    encoding: (name: string) => `encoding ${name}`,
    sheet: (name: string, dataset: string | null) => `[${name}] → ${dataset ?? "fits no dataset"}`,
    hidden: " (hidden)",
    why: "why",
    fitsNothing: "none of the first 40 rows holds the headings of a dataset; unused",
    templatePage: "instructions or lists of a template; no data, skipped",
    skipped: "skipped by the mapping",
    matched: (columns: number, fit: number) => `columns matched: ${columns}, fit ${fit}`,
    decisive: (headings: readonly string[], more: number) =>
      `headings of no other dataset: ${list(headings, ", ")}${more > 0 ? ` and ${more} more` : ""}`,
    nothingDecisive: "no heading is its own",
    runnerUp: (dataset: string, matched: number, fit: number) =>
      `second ${dataset} (columns: ${matched}, fit ${fit})`,
    noRunnerUp: "no other dataset fits",
    nameDecided: "both fit, the sheet's name decided",
    semicolon: "; ",
    comma: ", ",
    header: "headings",
    headerRows: (rows: readonly number[]) =>
      `${rows.length === 1 ? "row" : "rows"} ${list(rows.map(String), ", ")}`,
    rows: "rows",
    dates: "dates",
    dateSystem: (year: number) => `${year} date system`,
    columns: ["Col", "Heading", "Field", "Matched by"],
    by: { name: "name", alias: "alias", joined: "joined headings", mapped: "mapping", across: "across" },
    forms: {
      "units-across": "headings are units, indicators stand at the left: each cell is an answer",
      "indicators-across": "headings are indicators, units stand at the left: each cell is an answer",
    },
    unmatched: "Columns without a field",
    headings: "A row that looks like headings, with the nearest fields",
    near: (heading: string, nearest: readonly string[]) =>
      nearest.length === 0 ? `"${heading}"` : `"${heading}": nearest ${list(nearest, ", ")}`,
    missing: "Fields without a column",
    blocked: (fields: readonly string[]) =>
      `the plan needs them and no other sheet has them, what they block is below: ${list(fields, ", ")}`,
    namesUnit: (field: string) =>
      `${field}: the plan needs it; without it the rows of this sheet count for the whole area only`,
    needed: (field: string) => `${field}: the plan needs it`,
    absent: (field: string, value: string) =>
      `${field}: the plan needs it; without the column it is taken as ${value}`,
    unneeded: (fields: readonly string[]) => `not needed by the plan: ${list(fields, ", ")}`,
    cells: (count: string) => `Rejected cells: ${count}, taken as missing`,
    cell: (address: string, field: string, value: string, reason: string) =>
      `${address} ${field} "${value}": ${reason}`,
    more: (count: string) => `… and ${count} more`,
    units: "Units that the directory lacks",
    unit: (name: string, rows: string, nearest: readonly string[], yaml: string) =>
      `"${name}", rows: ${rows}; ${nearest.length === 0 ? "" : `did you mean ${list(nearest, ", ")}? `}for the directory: ${yaml}`,
    notes: "Notes",
    general: "Notes on datasets",
    lacking: "Datasets and columns that the plan needs and no input has, and what they block",
    lacks: (what: string, indicators: string, nearest: string | null) =>
      `${what}: ${indicators}${nearest === null ? "" : `; there is "${nearest}": is that the column?`}`,
  },
};
