import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const plan = `plan: small
title: 小方案
issued: 2022-01-01
units: units.yaml
defaults: { measuredIn: "%", direction: at-least, responsible: [各局], deadline: 2022-12-31 }
indicators:
  - { id: instant, clause: 一(一), name: 即办件占比, measure: { share: 事项清单, that: { 办件类型: 即办件 } }, threshold: 45 }
  - { id: stored, clause: 一(二), name: 上报入库率, measure: { share: 办件明细, that: { 是否上报入库: 是 } }, threshold: 90 }
`;

export interface Folder {
  readonly cwd: string;
  /** Of ten items of each of two units so many are instant; ten cases were taken in on a day. */
  write(first: number, second: number, day?: string): void;
  remove(): void;
}

/** A scratch folder with a plan `small` of two units and two indicators, and its data. */
export function smallFolder(prefix: string): Folder {
  const cwd = mkdtempSync(join(tmpdir(), prefix));
  mkdirSync(join(cwd, "rules"));
  writeFileSync(join(cwd, "rules/small.yaml"), plan);
  writeFileSync(
    join(cwd, "rules/units.yaml"),
    "units: small\ngroups: [各局]\nmembers:\n  - { name: 甲局, group: 各局 }\n  - { name: 乙局, group: 各局 }\n",
  );
  const write: Folder["write"] = (first, second, day = "2022-10-17") => {
    const items = [first, second].flatMap((instant, unit) =>
      Array.from(
        { length: 10 },
        (_, row) => `${unit}-${row},${["甲局", "乙局"][unit]},${row < instant ? "即办件" : "承诺件"}`,
      ),
    );
    const cases = Array.from({ length: 10 }, (_, row) => `${row},甲局,${day},${row < 9 ? "是" : "否"}`);
    writeFileSync(join(cwd, "data.csv"), ["实施编码,实施主体,办件类型", ...items, ""].join("\n"));
    writeFileSync(
      join(cwd, "cases.csv"),
      ["办件编号,受理部门,受理时间,是否上报入库", ...cases, ""].join("\n"),
    );
  };
  write(5, 3);
  return { cwd, write, remove: () => rmSync(cwd, { recursive: true }) };
}
