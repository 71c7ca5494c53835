import { type Story, table } from "../story.ts";

/** Texts with quotes, backslashes and line breaks, and with what means something to SQL or to LIKE. */
export const quoting: Story = {
  name: "quoting",
  asOf: "2022-10-25",
  measures: String.raw`
cases: { count: 办件明细 }
quote: { count: 办件明细, where: { 办件状态: "it's" } }
double: { count: 办件明细, where: { 办件状态: "say \"no\"" } }
backslash: { count: 办件明细, where: { 办件状态: "a\\b" } }
backslash-end: { count: 办件明细, where: { 办件状态: "end\\" } }
escaped-quote: { count: 办件明细, where: { 办件状态: "\\' OR 1=1 --" } }
line-break: { count: 办件明细, where: { 办件状态: "two\nlines" } }
letter-n: { count: 办件明细, where: { 办件状态: "two\\nlines" } }
tab: { count: 办件明细, where: { 办件状态: "a\tb" } }
drop: { count: 办件明细, where: { 办件状态: "'; DROP TABLE 办件明细; --" } }
comment: { count: 办件明细, where: { 办件状态: "/* x */ -- y" } }
braces: { count: 办件明细, where: { 办件状态: "{id:String} $1 ? :name" } }
emoji: { count: 办件明细, where: { 办件状态: "😀𠮷" } }
any-of-them: { count: 办件明细, where: { 办件状态: ["it's", "a\\b", "two\nlines"] } }
none-of-them: { count: 办件明细, where: { 办件状态: { not: ["it's", "a\\b", "two\nlines"] } } }
contains-percent: { count: 办件明细, where: { 办件状态: { contains: "%" } } }
contains-underscore: { count: 办件明细, where: { 办件状态: { contains: "_" } } }
contains-backslash: { count: 办件明细, where: { 办件状态: { contains: "\\" } } }
contains-quote: { count: 办件明细, where: { 办件状态: { contains: "'" } } }
contains-dot: { count: 办件明细, where: { 办件状态: { contains: "." } } }
contains-break: { count: 办件明细, where: { 办件状态: { contains: "o\nl" } } }
not-contains: { count: 办件明细, where: { 办件状态: { not: { contains: "\\" } } } }
kinds: { distinct: 办件明细.办件状态 }
pairs: { distinct: { dataset: 办件明细, fields: [办件状态, 事项名称] } }
keys: { distinct: 办件明细.办件编号 }
by-key: { count: 好差评, where: { 办件编号: { in: 办件明细.办件编号 } } }
`,
  tables: {
    办件明细: table(
      "办件编号 事项名称 受理部门 办件状态",
      ["q'01", "b", "市公安局", "it's"],
      ['q"02', "b", "市公安局", 'say "no"'],
      ["q\\03", "b", "市公安局", "a\\b"],
      ["q04\\", "b", "市公安局", "end\\"],
      ["q05", "b", "市公安局", "\\' OR 1=1 --"],
      ["q06", "b", "市公安局", "two\nlines"],
      ["q07", "b", "市公安局", "two\\nlines"],
      ["q08", "b", "市公安局", "a\tb"],
      ["q09", "b", "市公安局", "'; DROP TABLE 办件明细; --"],
      ["q10", "b", "市公安局", "/* x */ -- y"],
      ["q11", "b", "市公安局", "{id:String} $1 ? :name"],
      ["q12", "b", "市公安局", "😀𠮷"],
      ["q13", "b", 'say "市公安局"', "100%"],
      ["q14", "b", "市公安局", "100x"],
      ["q15", "b", "市公安局", "a_b"],
      ["q16", "b", "市公安局", "NULL"],
      ["q17", "b", "市公安局", "a,b;c|d"],
      // Two fields that would run together: ab + c and a + bc.
      ["q18", "c", "市公安局", "ab"],
      ["q19", "bc", "市公安局", "a"],
      ["q20", "\\,b", "市公安局", "a"],
      ["q21", "b", "市公安局", "a\\"],
    ),
    好差评: table(
      "评价编号 办件编号 被评价部门",
      ["R1", "q'01", "市公安局"],
      ["R2", 'q"02', "市公安局"],
      ["R3", "q\\03", "市公安局"],
      ["R4", "q04\\", "市公安局"],
      ["R5", "q\\\\03", "市公安局"],
    ),
  },
  fates: { 办件明细: { rows: 21, used: 21 }, 好差评: { rows: 5, used: 5 } },
  expected: {
    quote: { 全域: [1, null] },
    double: { 全域: [1, null] },
    backslash: { 全域: [1, null] },
    "backslash-end": { 全域: [1, null] },
    "escaped-quote": { 全域: [1, null] },
    "line-break": { 全域: [1, null] },
    "letter-n": { 全域: [1, null] },
    tab: { 全域: [1, null] },
    drop: { 全域: [1, null] },
    comment: { 全域: [1, null] },
    braces: { 全域: [1, null] },
    emoji: { 全域: [1, null] },
    "any-of-them": { 全域: [3, null] },
    "none-of-them": { 全域: [18, null] },
    "contains-percent": { 全域: [1, null] },
    "contains-underscore": { 全域: [1, null] },
    "contains-backslash": { 全域: [5, null] },
    "contains-quote": { 全域: [3, null] },
    "contains-dot": { 全域: [0, null] },
    "contains-break": { 全域: [1, null] },
    "not-contains": { 全域: [16, null] },
    // NULL is a word for nothing; a stands twice.
    kinds: { 全域: [19, null] },
    pairs: { 全域: [20, null] },
    keys: { 全域: [21, null] },
    "by-key": { 全域: [4, null] },
  },
  strangers: { 'say "市公安局"': 1 },
};

/** Codes, flags and sets by all the spellings that people use; full-width forms; spaces of every kind. */
export const spellings: Story = {
  name: "spellings",
  asOf: "2022-10-25",
  measures: `
cases: { count: 办件明细 }
online: { count: 办件明细, where: { 申报渠道: 线上 } }
offline: { count: 办件明细, where: { 申报渠道: 线下 } }
no-channel: { count: 办件明细, where: { 申报渠道: { exists: false } } }
channels: { distinct: 办件明细.申报渠道 }
reported: { count: 办件明细, where: { 是否上报入库: 是 } }
unreported: { count: 办件明细, where: { 是否上报入库: 否 } }
unknown: { count: 办件明细, where: { 是否上报入库: { exists: false } } }
state: { count: 办件明细, where: { 办件状态: 已办结 } }
states: { distinct: 办件明细.办件状态 }
latin: { count: 办件明细, where: { 办件状态: ABC123 } }
latin-part: { count: 办件明细, where: { 办件状态: { contains: BC1 } } }
inner-space: { count: 办件明细, where: { 办件状态: "A BC" } }
ids: { distinct: 办件明细.实施编码 }
id: { count: 办件明细, where: { 实施编码: A1 } }
people: { count: 事项清单, where: { 服务对象: 自然人 } }
legal: { count: 事项清单, where: { 服务对象: 法人 } }
people-or-offices: { count: 事项清单, where: { 服务对象: [自然人, 行政机关] } }
not-people: { count: 事项清单, where: { 服务对象: { not: 自然人 } } }
no-one: { count: 事项清单, where: { 服务对象: { exists: false } } }
deep: { count: 事项清单, where: { 网上办理深度: [Ⅲ级, Ⅳ级] } }
types: { distinct: 事项清单.事项类型 }
powers: { count: 事项清单, where: { 事项类型: 行政权力 } }
bad: { share: 好差评, that: { 满意度: 差评 } }
`,
  tables: {
    办件明细: table(
      "办件编号 实施编码 受理部门 申报渠道 办件状态 是否上报入库",
      ["s01", "A1", "市公安局", "线上", "已办结", "是"],
      ["s02", " A1", "市公安局", "网上", " 已办结", "√"],
      ["s03", "A1 ", "市公安局", "APP", "已办结 ", "1"],
      ["s04", "\u3000A1\u3000", "市公安局", "app", "\u3000已办结\u3000", "Y"],
      ["s05", "Ａ1", "市公安局", "ＡＰＰ", "\u00a0已办结\u00a0", "ｙ"],
      ["s06", "A１", "市公安局", " 小程序 ", "\t已办结\t", "true"],
      ["s07", "a1", "市公安局", "小 程 序", "已办结\n", "有"],
      ["s08", "A2", "市公安局", "pc端", "已 办结", " 是 "],
      ["s09", "A2", "市公安局", "01 线上", "已办结。", "\u3000是"],
      ["s10", "A2", "市公安局", "窗口", "ABC123", "否"],
      ["s11", "A2", "市公安局", "大厅", "ＡＢＣ１２３", "0"],
      ["s12", "A2", "市公安局", "\u3000窗口\u3000", "ＡBC１23", "×"],
      ["s13", "A2", "市公安局", "电话", "abc123", "X"],
      ["s14", "A2", "市公安局", "1", "A BC", "无"],
      ["s15", "A2", "市公安局", "—", "A\u3000BC", "可能"],
      ["s16", "A2", "市公安局", "/", "—", "—"],
      ["s17", "A2", "市公安局", "   ", "   ", "   "],
      ["s18", "A2", "市公安局", "\u3000", "\u3000", "\u3000"],
      ["s19", "N/A", "市公安局", null, "n/a", "2"],
      ["ｓ20", "A2", "市公安局", "手机APP", "（在办）", "ＴＲＵＥ"],
      // The same row again under a full-width key.
      ["s20", "A2", "市公安局", "手机ＡＰＰ", "(在办)", "true"],
    ),
    事项清单: table(
      "实施编码 实施主体 事项类型 服务对象 网上办理深度",
      ["t1", "市公安局", "行政许可", "自然人", "Ⅳ级"],
      ["t2", "市公安局", "许可", "自然人、企业法人", "四级"],
      ["t3", "市公安局", "01行政许可", "企业法人;自然人", "全程网办（Ⅳ级）"],
      ["t4", "市公安局", "行政处罚类", "个人^企业", "Ⅲ级、Ⅳ级"],
      ["t5", "市公安局", "其它", "自然人|自然人", "3级"],
      ["t6", "市公安局", "公共服务", "自然人,火星人", "Ⅱ级"],
      ["t7", "市公安局", "公 共 服 务", "自然人，行政机关", "九级"],
      ["t8", "市公安局", "不详", "；自然人；", null],
      ["t9", "市公安局", null, "机关", "Ⅰ级,Ⅱ级"],
      ["t10", "市公安局", "—", "、", "—"],
    ),
    好差评: table(
      "评价编号 办件编号 被评价部门 满意度",
      ["R1", "s01", "市公安局", "差评"],
      ["R2", "s01", "市公安局", "极差"],
      ["R3", "s01", "市公安局", "很 不 满 意"],
      ["R4", "s01", "市公安局", "好评"],
      ["R5", "s01", "市公安局", "5"],
      ["R6", "s01", "市公安局", null],
    ),
  },
  fates: {
    办件明细: { rows: 21, used: 20, duplicate: 1 },
    事项清单: { rows: 10, used: 10 },
    好差评: { rows: 6, used: 6 },
  },
  expected: {
    cases: { 全域: [20, null] },
    online: { 全域: [10, null] },
    offline: { 全域: [3, null] },
    "no-channel": { 全域: [7, null] },
    reported: { 全域: [10, null] },
    unreported: { 全域: [5, null] },
    unknown: { 全域: [5, null] },
    state: { 全域: [7, null] },
    latin: { 全域: [3, null] },
    "latin-part": { 全域: [3, null] },
    "inner-space": { 全域: [2, null] },
    ids: { 全域: [3, null] },
    id: { 全域: [6, null] },
    people: { 全域: [7, null] },
    legal: { 全域: [3, null] },
    "not-people": { 全域: [3, null] },
    "no-one": { 全域: [2, null] },
    deep: { 全域: [5, null] },
    types: { 全域: [4, null] },
    powers: { 全域: [4, null] },
    bad: { 全域: [3, 6] },
  },
};
