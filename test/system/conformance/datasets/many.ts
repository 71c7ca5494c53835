import { type Cell, type Story, type Table, table } from "../story.ts";

const CASES = 3_000;
const ITEMS = 40;
const names = ["市公安局", "示例市公安局", "公安", "交警支队", "车管所", "车辆管理所", "市教育局", "JYJ"];

/** Thousands of rows from a seed, with all that is odd mixed in: hand-written SQL is the oracle. */
export const many: Story = {
  name: "many",
  asOf: "2022-10-25",
  head: `
period: { start: 2022-01-01, end: 2022-12-31 }
fields:
  办件明细.用时: { days: [受理时间, 办结时间] }
  办件明细.按期: { in-time: 办结时间, due: 承诺办结时间 }
  办件明细.应评次数: { choose: 申报渠道, 线上: 3, 线下: 2 }
  好差评.受理部门: { lookup: 办件明细.受理部门, on: 办件编号 }
  好差评.申报渠道: { lookup: 办件明细.申报渠道, on: 办件编号 }
  好差评.整改期限: { workdays: 评价时间, plus: 5 }
  好差评.按期整改: { in-time: 整改完成时间, due: 整改期限 }
`,
  measures: `
cases: { count: 办件明细 }
reported: { share: 办件明细, that: { 是否上报入库: 是 } }
not-reported: { share: 办件明细, that: { 是否上报入库: { not: 是 } } }
online: { share: 办件明细, that: { 申报渠道: 线上 } }
closed: { share: 办件明细, that: { 办结时间: { exists: true } } }
in-time: { share: 办件明细, where: { 按期: { exists: true } }, that: { 按期: 是 } }
late: { count: 办件明细, where: { 按期: 否 } }
days: { average: 办件明细.用时 }
long: { count: 办件明细, where: { 用时: { gt: 10, lte: 30 } } }
due: { sum: 办件明细.应评次数 }
items: { distinct: 办件明细.实施编码 }
item-channels: { distinct: { dataset: 办件明细, fields: [实施编码, 申报渠道] } }
case-numbers: { distinct: 办件明细.办件编号 }
items-online: { share: 办件明细, each: 实施编码, that: { 申报渠道: 线上 } }
police: { count: 办件明细, where: { 受理部门: [市公安局, 交警支队, 车管所] } }
second-quarter: { count: 办件明细, where: { 受理时间: { between: [2022-04-01, 2022-06-30] } } }
rated: { ratio: { of: { distinct: { dataset: 好差评, fields: [办件编号, 评价环节] }, by: 受理部门, where: { any: [{ 申报渠道: 线上 }, { 申报渠道: 线下, 评价环节: [受理, 办结] }] } }, to: { sum: 办件明细.应评次数 } } }
bad: { share: 好差评, that: { 满意度: 差评 } }
rectified: { share: 好差评, where: { 满意度: 差评, 是否误评: { not: 是 } }, that: { 整改完成时间: { exists: true } } }
rectified-in-time: { share: 好差评, where: { 满意度: 差评, 按期整改: { exists: true } }, that: { 按期整改: 是 } }
of-known-cases: { share: 好差评, that: { 办件编号: { in: 办件明细.办件编号 } } }
of-online-items: { count: 好差评, where: { 办件编号: { in: 办件明细.办件编号, where: { 实施编码: { in: 事项清单.实施编码, where: { 是否网上可办: 是 } } } } } }
instant: { share: 事项清单, where: { 事项类型: 行政许可 }, that: { 办件类型: 即办件 } }
compressed: { ratio: { of: { sum: 事项清单.压缩天数 }, to: { sum: 事项清单.法定办结时限 } }, where: { 法定办结时限: { gt: 0 }, 承诺办结时限: { exists: true } } }
visits: { average: 事项清单.到办事现场次数 }
for-legal-persons: { count: 事项清单, where: { 服务对象: 法人 } }
`,
  tables: { 办件明细: cases(), 好差评: ratings(), 事项清单: items() },
  expected: {},
  strangers: { 陌生局: 270 },
};

/** xorshift: the same rows on every machine. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

function chooser(seed: number): <T>(...choices: readonly T[]) => T {
  const random = randomOf(seed);
  return (...choices) => choices[Math.floor(random() * choices.length)] as (typeof choices)[number];
}

function dayAfter(start: string, days: number): string {
  return new Date(Date.parse(`${start}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function cases(): Table {
  const choose = chooser(20_221_025);
  const random = randomOf(7);
  const clock = () => choose("00:00:00", "08:30:01", "23:59:59");
  const rows: Cell[][] = [];
  for (let at = 0; at < CASES; at += 1) {
    const accepted = dayAfter("2021-12-20", Math.floor(random() * 330));
    const due = dayAfter(accepted, Math.floor(random() * 20));
    const closed = dayAfter(accepted, Math.floor(random() * 40));
    const row: Cell[] = [
      random() < 0.005 ? null : `6202002022${String(10_000_000 + at)}`,
      choose(null, ...Array.from({ length: 20 }, () => `I${Math.floor(random() * (ITEMS + 5))}`)),
      choose(null, "陌生局", ...names, ...names),
      choose("网上", "APP", "线上", "窗口", "大厅", null, "—"),
      choose(null, `${accepted} ${clock()}`, `${accepted} ${clock()}`),
      choose(
        null,
        `${accepted} ${clock()}`,
        `${accepted} ${clock()}`,
        `${accepted} ${clock()}`,
        `${accepted} ${clock()}`,
      ),
      choose(null, `${due} ${clock()}`, `${due} ${clock()}`, `${due} ${clock()}`),
      choose(null, `${closed} ${clock()}`, `${closed} ${clock()}`, `${closed} ${clock()}`),
      choose("是", "是", "是", "否", "√", null),
    ];
    rows.push(row);
    if (random() < 0.03) rows.push(row);
    if (random() < 0.01) rows.push(row, row);
  }
  const headings =
    "办件编号 实施编码 受理部门 申报渠道 申请时间:datetime 受理时间:datetime 承诺办结时间:datetime 办结时间:datetime 是否上报入库";
  return table(headings, ...rows);
}

function ratings(): Table {
  const choose = chooser(2);
  const random = randomOf(3);
  const rows: Cell[][] = [];
  for (let at = 0; at < CASES; at += 1) {
    const rated = dayAfter("2021-12-25", Math.floor(random() * 320));
    const done = dayAfter(rated, Math.floor(random() * 15));
    const row: Cell[] = [
      `HCP${at}`,
      random() < 0.02 ? null : `6202002022${String(10_000_000 + Math.floor(random() * CASES * 1.05))}`,
      choose(null, ...names),
      choose("申报", "受理", "办结", null),
      choose("非常满意", "满意", "不满意", "差", "很差", null),
      choose(null, `${rated} 00:00:00`, `${rated} 12:00:00`, `${rated} 23:59:59`),
      choose("是", "否", "否", null),
      choose(null, `${done} 00:00:00`, `${done} 23:59:59`),
    ];
    rows.push(row);
    if (random() < 0.02) rows.push(row);
  }
  return table(
    "评价编号 办件编号 被评价部门 评价环节 满意度 评价时间:datetime 是否误评 整改完成时间:datetime",
    ...rows,
  );
}

function items(): Table {
  const choose = chooser(5);
  const rows = Array.from({ length: ITEMS }, (_, at): Cell[] => [
    `I${at}`,
    choose(null, ...names),
    choose("行政许可", "许可", "行政处罚", "公共服务", null),
    choose("20", "10", "5", "0", null),
    choose("5", "1", "0", null),
    choose("即办件", "承诺件", null),
    choose("0", "1", "2", null),
    choose("自然人", "自然人、企业法人", "事业法人", null),
    choose("是", "否", null),
  ]);
  return table(
    "实施编码 实施主体 事项类型 法定办结时限:integer 承诺办结时限:integer 办件类型 到办事现场次数:integer 服务对象 是否网上可办",
    ...rows,
  );
}
