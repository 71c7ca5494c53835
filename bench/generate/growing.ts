import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { made } from "./data.ts";
import { pick, randomOf } from "./random.ts";
import { DAY, LAST_DAY, Stamp, stampText } from "./sheet.ts";

/** A plan, a directory and a list of cases, of which one measure grows while the others stay. */
export interface Step {
  readonly rows: number;
  readonly units: number;
  readonly indicators: number;
  /** Distinct item codes in the rows, counted exactly by each unit and by the whole. */
  readonly keys: number;
}

export interface Grown {
  readonly plan: string;
  readonly csv: string;
}

const VERSION = 1;

export async function grown(folder: string, step: Step): Promise<Grown> {
  const { rows, units, indicators, keys } = step;
  const place = await made(
    join(folder, "growth"),
    `v${VERSION}-${rows}-${units}-${indicators}-${keys}`,
    async (draft) => {
      mkdirSync(draft);
      writeFileSync(join(draft, "units.yaml"), directoryOf(units));
      writeFileSync(join(draft, "plan.yaml"), planOf(indicators));
      writeCases(join(draft, "cases.csv"), step);
    },
  );
  return { plan: join(place, "plan.yaml"), csv: join(place, "cases.csv") };
}

const unitName = (at: number): string => `测试单位${String(at + 1).padStart(4, "0")}`;

function directoryOf(units: number): string {
  const members = Array.from({ length: units }, (_, at) => ({ name: unitName(at), group: "各单位" }));
  return stringify({ units: "growth", place: "测试市", groups: ["各单位"], members });
}

const FLAGS = ["是否上报入库", "是否网上办理"];

/** Half of the indicators are shares of filtered rows, one is the exact distinct count of the keys. */
function planOf(count: number): string {
  const measures = (at: number): object => {
    if (at === 0) return { measure: { distinct: "办件明细.实施编码" }, measuredIn: "项", threshold: 10 };
    const where = { 申报渠道: at % 2 === 0 ? "线上" : "线下", 办理天数: { gte: at % 20 } };
    if (at % 4 === 1) return { measure: { count: "办件明细", where }, measuredIn: "件", threshold: at };
    if (at % 4 === 3)
      return { measure: { average: "办件明细.办理天数", where }, measuredIn: "天", threshold: 5 };
    return {
      measure: { share: "办件明细", where, that: { [pick(FLAGS, (at % 3) / 3)]: "是" } },
      threshold: 90,
    };
  };
  const indicators = Array.from({ length: count }, (_, at) => ({
    id: `i${at + 1}`,
    clause: String(at + 1),
    name: `第${at + 1}项指标`,
    ...measures(at),
  }));
  return stringify({
    plan: "bench-growth",
    title: "增长测试方案",
    document: "测试〔2022〕1号",
    issuer: "测试",
    issued: "2022-10-18",
    period: { start: "2022-01-01", end: "2022-12-31" },
    timezone: "Asia/Shanghai",
    units: "units.yaml",
    defaults: {
      measuredIn: "%",
      direction: "at-least",
      responsible: "各单位",
      deadline: "2022-10-25",
      ongoing: true,
    },
    fields: { "办件明细.办理天数": { days: ["受理时间", "办结时间"] } },
    indicators,
  });
}

/** Without 办件编号, so that the keys of the one distinct count are the only ones that are kept. */
function writeCases(file: string, { rows, units, keys }: Step): void {
  const fd = openSync(file, "w");
  let lines = "实施编码,受理部门,申报渠道,受理时间,办结时间,是否上报入库,是否网上办理\r\n";
  for (let at = 0; at < rows; at++) {
    const random = randomOf(5, 3, at);
    const accepted = Math.floor((at / rows) * (LAST_DAY - 30));
    const date = (day: number) => stampText(new Stamp(day * DAY, false));
    // Every key at least once; beyond that, at random.
    const key = at < keys ? at : Math.floor(random() * keys);
    lines += `11620200MB1Y${1_000_000_000_000 + key * 7},${unitName(Math.floor(random() * units))},${random() < 0.6 ? "网上" : "窗口"},${date(accepted)},${date(accepted + Math.floor(random() * 25))},${random() < 0.9 ? "是" : "否"},${random() < 0.7 ? "是" : "否"}\r\n`;
    if (lines.length < 1 << 17) continue;
    writeSync(fd, lines);
    lines = "";
  }
  writeSync(fd, lines);
  closeSync(fd);
}
