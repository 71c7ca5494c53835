import { type Story, table } from "../story.ts";

const payments = `
datasets:
  支出:
    label: Payments
    key: [单号]
    unit: 单位
    date: [日期]
    fields:
      单号: { type: id }
      单位: { type: text }
      日期: { type: date }
      年份: { type: year }
      金额: { type: number }
      比例: { type: number }
      人次: { type: number }
`;

/** Columns of types that databases have beside text: enumerations, flags, floats, dates that cannot be null. */
export const storedTypes: Story = {
  name: "stored-types",
  asOf: "2022-10-25",
  head: payments,
  measures: `
cases: { count: 办件明细 }
online: { share: 办件明细, that: { 申报渠道: 线上 } }
reported: { share: 办件明细, that: { 是否上报入库: 是 } }
not-handled: { count: 办件明细, where: { 是否网上办理: 否 } }
closed: { count: 办件明细, where: { 办结时间: { exists: true } } }
first-day: { count: 办件明细, where: { 受理时间: 2022-01-01 } }
rated: { share: 办件明细, that: { 办件编号: { in: 好差评.办件编号 } } }
items: { distinct: 办件明细.实施编码 }
amount: { sum: 支出.金额 }
visits: { sum: 支出.人次 }
most: { count: 支出, where: { 人次: 18446744073709551615 } }
tenth: { count: 支出, where: { 比例: 0.1 } }
some: { count: 支出, where: { 比例: { between: [0.1, 0.3] } } }
ratios: { distinct: 支出.比例 }
years: { distinct: 支出.年份 }
this-year: { count: 支出, where: { 年份: 2022-01-01 } }
`,
  tables: {
    办件明细: table(
      "办件编号 实施编码 受理部门 申报渠道 受理时间 办结时间 是否上报入库 是否网上办理",
      ["620200000000000001", "I1", "市公安局", "网上", "2022-01-01 00:00:00", "2022-10-25", "1", "1"],
      ["620200000000000002", "I1", "市公安局", "窗口", "2022-01-01 23:59:59", null, "0", "0"],
      ["620200000000000003", "I2", "市教育局", "网上", "2022-10-25 23:59:59", "2022-10-26", "1", null],
      ["620200000000000004", "I3", "市教育局", "窗口", "2022-10-26 00:00:00", "2022-10-26", "1", "1"],
      ["620200000000000005", "I3", "市教育局", "窗口", "2022-10-24 00:00:00", null, "1", "0"],
    ),
    好差评: table(
      "评价编号 办件编号 被评价部门",
      ["R1", "620200000000000001", "市公安局"],
      ["R2", "620200000000000005", "市公安局"],
      ["R3", "62020000000000000", "市公安局"],
      ["R4", null, "市公安局"],
    ),
    支出: table(
      "单号 单位 日期 年份 金额 比例 人次",
      ["1", "市公安局", "2022-01-01", "2022", "99999.99", "0.1", "18446744073709551615"],
      ["2", "市公安局", "2022-01-01", "2022", "0.01", "0.2", "18446744073709551615"],
      ["3", "市教育局", "2022-01-01", "2021", "-1.50", "0.30", "0"],
      ["4", "市教育局", null, "2021", null, "0.1", "7"],
      ["5", "市教育局", "2022-01-01", null, "3", null, null],
    ),
  },
  storedAs: {
    "办件明细.办件编号": { duckdb: "BIGINT", clickhouse: "UInt64" },
    "办件明细.申报渠道": { duckdb: "ENUM('网上', '窗口')", clickhouse: "Enum8('网上' = 1, '窗口' = 2)" },
    "办件明细.受理时间": { duckdb: "TIMESTAMP_S", clickhouse: "DateTime" },
    "办件明细.办结时间": { duckdb: "DATE", clickhouse: "Date" },
    "办件明细.是否上报入库": { duckdb: "BOOLEAN", clickhouse: "UInt8" },
    "办件明细.是否网上办理": { duckdb: "TINYINT", clickhouse: "Nullable(Int8)" },
    "支出.单号": { duckdb: "INTEGER", clickhouse: "Int32" },
    "支出.日期": { duckdb: "DATE", clickhouse: "Date" },
    "支出.年份": { duckdb: "SMALLINT", clickhouse: "Nullable(UInt16)" },
    "支出.金额": { duckdb: "DECIMAL(9, 2)", clickhouse: "Nullable(Decimal(9, 2))" },
    "支出.比例": { duckdb: "DOUBLE", clickhouse: "Nullable(Float64)" },
    "支出.人次": { duckdb: "UBIGINT", clickhouse: "Nullable(UInt64)" },
  },
  fates: {
    办件明细: { rows: 5, used: 4, "after-as-of": 1 },
    好差评: { rows: 4, used: 4 },
    支出: { rows: 5, used: 5 },
  },
  expected: {
    cases: { 全域: [4, null], 市教育局: [2, null] },
    online: { 全域: [2, 4] },
    reported: { 全域: [3, 4] },
    "not-handled": { 全域: [2, null] },
    closed: { 全域: [1, null] },
    "first-day": { 全域: [2, null] },
    rated: { 全域: [2, 4] },
    items: { 全域: [3, null] },
    amount: { 全域: ["100001.5", null], 市公安局: [100000, null] },
    visits: { 全域: ["36893488147419103237", null] },
    most: { 全域: [2, null] },
    tenth: { 全域: [2, null] },
    some: { 全域: [4, null] },
    ratios: { 全域: [3, null] },
    years: { 全域: [2, null] },
    "this-year": { 全域: [2, null] },
  },
};

/** Tables of a platform with names and codes of their own, understood by `tables:` of a mapping. */
export const mapped: Story = {
  name: "mapped",
  asOf: "2022-10-25",
  head: `
period: { start: 2022-01-01, end: 2022-12-31 }
${payments.trim()}
`,
  measures: `
cases: { count: 办件明细 }
online: { share: 办件明细, that: { 申报渠道: 线上 } }
no-channel: { count: 办件明细, where: { 申报渠道: { exists: false } } }
reported: { share: 办件明细, that: { 是否上报入库: 是 } }
said-no: { count: 办件明细, where: { 是否上报入库: 否 } }
closed: { count: 办件明细, where: { 办结时间: { exists: true } } }
states: { distinct: 办件明细.办件状态 }
spent: { sum: 支出.金额 }
`,
  tables: {
    办件明细: table(
      "办件编号 受理部门 申报渠道 受理时间 办结时间 是否上报入库 办件状态",
      ["A1", "市公安局", "线上", "2022-01-01", "2022-01-02", "是", "平台"],
      ["A1", "市教育局", "线下", "2022-01-01", null, "否", "平台"],
      ["A2", "市公安局", "线下", "2022-12-31", null, "否", "平台"],
      ["A3", "市教育局", null, "2022-03-01", "2022-10-25", null, "平台"],
      ["A4", "市教育局", "线上", "2022-10-25", null, "是", "平台"],
      ["A5", "市教育局", "线上", "2022-03-01", null, "否", "平台"],
    ),
    支出: table(
      "单号 单位 日期 金额",
      ["1", "市公安局", "2022-01-01", "0.1"],
      ["2", "市公安局", "2022-01-01", "0.2"],
    ),
  },
  stored: {
    "t_case\"all'": table(
      "case_no dept ch accepted closed up_flag deleted day 更新时间:datetime",
      ["A1", "市公安局", "1", "2022-01-01", "2022-01-02", "Y1", "0", "20220101", "2022-01-09 00:00:00"],
      ["A1", "市教育局", "2", "2022-01-01", null, "N0", "0", "20220101", "2022-01-08 00:00:00"],
      ["A2", "市公安局", "2", "2022-12-31", null, "N0", "0", "20221231", "2022-01-09 00:00:00"],
      ["A3", "市教育局", "9", "2022-03-01", "2022-10-25", null, "0", "20220301", "2022-01-09 00:00:00"],
      ["A4", "市教育局", "1", "2022-10-25", null, "Y1", "0", "20221025", "2022-01-09 00:00:00"],
      ["A5", "市教育局", "01", "2022-03-01", null, "N0", "0", "20220301", "2022-01-09 00:00:00"],
      ["A6", "市教育局", "1", "2022-03-01", null, "Y1", "1", "20220301", "2022-01-09 00:00:00"],
      ["A7", "市教育局", "1", "2022-03-01", null, "Y1", null, "20220301", "2022-01-09 00:00:00"],
    ),
    spent: table(
      "no dept day amount",
      ["1", "市公安局", "2022-01-01", "0.1"],
      ["2", "市公安局", "2022-01-01", "0.2"],
    ),
  },
  storedAs: { "spent.amount": { duckdb: "DOUBLE", clickhouse: "Float64" } },
  mapping: `办件明细:
    table: "t_case\\"all'"
    newest: 更新时间
    where: { deleted: "0" }
    columns:
      办件编号: case_no
      受理部门: dept
      申报渠道: { code: ch, map: { "1": 线上, "01": 线上, "2": 线下, "9": "" } }
      受理时间: accepted
      办结时间: closed
      是否上报入库: { flag: up_flag, yes: Y1, no: N0 }
      办件状态: { constant: 平台 }
  支出:
    table: spent
    columns: { 单号: no, 单位: dept, 日期: day, 金额: { decimal: amount, scale: 2 } }`,
  only: /^clickhouse/,
  expected: {
    cases: { 全域: [4, null], 市公安局: [1, null] },
    online: { 全域: [3, 4] },
    "no-channel": { 全域: [1, null] },
    reported: { 全域: [2, 4] },
    "said-no": { 全域: [1, null] },
    closed: { 全域: [2, null] },
    states: { 全域: [1, null] },
    spent: { 全域: ["0.3", null] },
  },
};
