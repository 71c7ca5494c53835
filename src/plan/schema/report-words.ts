/** Keys of a report, wherever they stand: the Chinese and the English word for them. */
const words: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  schemaVersion: ["格式版本", "Schema version"],
  tool: ["工具", "Tool"],
  version: ["版本", "Version"],
  plan: ["方案", "Plan"],
  asOf: ["数据截至日", "As of"],
  period: ["考核期", "Period"],
  synthetic: ["是否合成数据", "Synthetic data"],
  inputs: ["输入", "Inputs"],
  sheets: ["工作表", "Sheets"],
  overall: ["全域", "Overall"],
  indicators: ["指标", "Indicators"],
  tasks: ["任务", "Tasks"],
  units: ["责任单位", "Units"],
  unit: ["责任单位", "Unit"],
  group: ["分组", "Group"],
  quality: ["数据质量", "Quality of the data"],
  id: ["编号", "Id"],
  clause: ["条款", "Clause"],
  name: ["名称", "Name"],
  title: ["标题", "Title"],
  document: ["文号", "Document number"],
  issuer: ["发文单位", "Issuer"],
  issued: ["发文日期", "Issued"],
  measuredIn: ["计量单位", "Measured in"],
  direction: ["方向", "Direction"],
  threshold: ["阈值", "Threshold"],
  scope: ["范围", "Scope"],
  deadline: ["时限", "Deadline"],
  ongoing: ["长期坚持", "Ongoing"],
  weight: ["权重", "Weight"],
  dimension: ["评估维度", "Dimension"],
  measure: ["统计方式", "Measure"],
  formula: ["公式", "Formula"],
  responsible: ["责任单位", "Responsible"],
  lead: ["牵头单位", "Lead"],
  remedy: ["整改办法", "Remedy"],
  note: ["说明", "Note"],
  notes: ["备注", "Notes"],
  baseline: ["基线", "Baseline"],
  whole: ["全域", "Whole area"],
  status: ["状态", "Status"],
  met: ["达标", "Met"],
  open: ["未达标", "Open"],
  overdue: ["逾期", "Overdue"],
  noData: ["无数据", "No data"],
  value: ["数值", "Value"],
  numerator: ["分子", "Numerator"],
  denominator: ["分母", "Denominator"],
  gap: ["差距", "Gap"],
  attainment: ["达成度", "Attainment"],
  needed: ["需要做的", "Needed"],
  fix: ["需整改的行数", "Rows to put right"],
  new: ["或需新增的行数", "Or perfect new rows"],
  move: ["需变动的数量", "Amount to move"],
  pace: ["进度", "Pace"],
  daysLeft: ["剩余天数", "Days left"],
  rows: ["行数", "Rows"],
  used: ["采用", "Used"],
  excluded: ["不计", "Left out"],
  rejected: ["拒收", "Rejected"],
  stage: ["阶段", "Stage"],
  stages: ["阶段", "Stages"],
  reason: ["原因", "Reason"],
  display: ["显示值", "As displayed"],
  source: ["来源", "Source"],
  score: ["得分", "Score"],
  coverage: ["覆盖度", "Coverage"],
  rank: ["名次", "Rank"],
  band: ["等次", "Band"],
  provisional: ["暂定", "Provisional"],
  done: ["已完成", "Done"],
  completedOn: ["完成日期", "Completed on"],
  late: ["迟办", "Late"],
  rate: ["完成率", "Completion rate"],
  start: ["开始", "Start"],
  end: ["结束", "End"],
  recurrence: ["周期", "Recurrence"],
  file: ["文件", "File"],
  dataset: ["数据集", "Dataset"],
  headerRow: ["表头行", "Heading row"],
  unknownUnits: ["不认识的单位", "Unknown units"],
  rejectedCells: ["读不懂的单元格", "Rejected cells"],
  duplicates: ["重复行", "Duplicates"],
  totals: ["合计核对", "Totals"],
};

interface Node {
  title?: string;
  description?: string;
  properties?: Record<string, Node>;
}

/** Titles for the keys of a report that have a word, through all of its schema. */
export function describeReport(schema: unknown): void {
  if (typeof schema !== "object" || schema === null) return;
  const { properties } = schema as Node;
  for (const [name, inner] of Object.entries(properties ?? {})) {
    const known = Object.hasOwn(words, name) ? words[name] : undefined;
    if (known !== undefined && typeof inner === "object") inner.title ??= known.join(" / ");
  }
  for (const inner of Object.values(schema)) describeReport(inner);
}
