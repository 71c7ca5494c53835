import { describe, expect, test } from "vitest";
import { pastOf } from "../../src/history/snapshot-file.ts";
import type { Past } from "../../src/model/past.ts";
import type { Report } from "../../src/model/report.ts";
import type { Block } from "../../src/render/blocks.ts";
import { escalation } from "../../src/render/sections/escalation.ts";
import { headroom } from "../../src/render/sections/headroom.ts";
import { movement } from "../../src/render/sections/movement.ts";
import { printBlocks } from "../../src/render/terminal.ts";
import { type Story, tell } from "../assess/story.ts";

const printed = (blocks: readonly Block[]) => printBlocks(blocks, { width: 200, colour: false });

/** The same place told week after week; `stored` is what became of each run once it was stored. */
function weekly(stories: readonly Story[], stored = (past: Past) => past): Report {
  const history: Past[] = [];
  const reports = stories.map((story, week) => {
    const asOf = story.asOf ?? `2022-09-${String(1 + 7 * week).padStart(2, "0")}`;
    const report = tell({ ...story, asOf, history: [...history] });
    history.push(stored(pastOf(report)));
    return report;
  });
  const last = reports.at(-1);
  if (last === undefined) throw new Error("there is no week");
  return last;
}

const shares = (of: readonly number[], more: Story = {}) =>
  of.map((num): Story => ({ rules: [{ units: { 甲: [num, 100] } }], ...more }));

test("many units that turned are counted by indicator, the most first; few are named", () => {
  const names = [..."甲乙丙丁戊己庚辛壬癸"];
  const units = (num: number, of = names) =>
    Object.fromEntries(of.map((name) => [name, [num, 100] as [number, number]]));
  const told = (of: readonly string[]) =>
    printed(
      movement(
        weekly(
          [10, 99].map((num) => ({
            units: names,
            rules: [{ units: units(num, of.slice(0, 1)) }, { units: units(num, [...of]) }],
          })),
        ),
        "zh",
      ),
    );
  expect(told(names)).toMatch(/单位新达标 11 项次：\S+ \S+ 10 个单位、\S+ \S+ 1 个单位\n/);
  expect(told(["甲", "乙"])).toMatch(/单位新达标 3 项次：甲 \S+ \S+、甲 \S+ \S+、乙 \S+ \S+\n/);
});

describe("what is not to be mistaken for progress", () => {
  test("a result that was corrected after it was stored", () => {
    const report = weekly(shares([50, 60]), (past) => ({
      ...past,
      corrected: [
        { indicator: "i1", unit: null, from: 55, to: 50 },
        { indicator: "i1", unit: "甲", from: 55, to: 50 },
        { indicator: "gone", unit: null, from: 1, to: 2 },
      ],
    }));
    const name = `${report.indicators[0]?.clause} ${report.indicators[0]?.name}`;
    expect(printed(movement(report, "zh"))).toContain(
      `2022-09-01 的结果后来更正过 2 个数，这里与更正后的比：${name} 55.00% → 50.00%、甲 ${name} 55.00% → 50.00%`,
    );
    expect(printed(movement(report, "en"))).toContain("2 figures of 2022-09-01 were corrected later");
  });

  test("an export of a day that was reported already, with other content now", () => {
    const inputs = (sha256: string) => [
      { file: "办件_20220901.csv", sha256 },
      { file: "办件.csv", sha256 },
      { file: "办件_20220908.csv", sha256 },
    ];
    const told = printed(
      movement(weekly(["1", "2"].map((sha) => ({ ...shares([50])[0], inputs: inputs(sha) }))), "zh"),
    );
    expect(told).toContain("以前导出的文件改过，报过的数可能有更正：办件_20220901.csv\n");
  });

  test("an indicator without data then is named as the plan names it", () => {
    const none = { lacks: [{ dataset: "事项清单", fields: [], nearest: null }] };
    const told = weekly([
      { rules: [none, { units: { 甲: [1, 2] } }] },
      { rules: [{ units: { 甲: [1, 2] } }, { units: { 甲: [1, 2] } }] },
    ]);
    const [{ clause, name } = { clause: "", name: "" }] = told.indicators;
    expect(printed(movement(told, "zh"))).toContain(
      `1 项指标当时没有计分，现在计入得分（${`${clause} ${name}`.trim()}）`,
    );
  });
});

describe("pace and forecast", () => {
  test("says since when, and after the deadline leaves out what nobody needs any more", () => {
    const before = printed(movement(weekly(shares([50, 60, 70])), "zh"));
    expect(before).toContain("每天需");
    expect(before).toContain("从起算日（2022-09-01）到时限");
    const days = ["2022-09-01", "2022-10-01", "2022-11-01"];
    const after = printed(
      movement(weekly(shares([60, 50, 40]).map((story, at) => ({ ...story, asOf: days[at] ?? "" }))), "zh"),
    );
    expect(after).not.toContain("每天需");
    expect(after).toContain("滞后 −0.67");
  });
});

test("an average of whole visits is shown with the same places then as now", () => {
  const rule = { kind: "average", measuredIn: "次", direction: "at-most", threshold: 1 } as const;
  const report = weekly([0, 0].map(() => ({ rules: [{ ...rule, whole: [0, 5] as const }] })));
  expect(printed(movement(report, "zh"))).toMatch(/0\.000 次\s+0\.000 次\s+±0/);
});

test("steps of escalation say how many misses the next one lacks", () => {
  const rules = [{ units: { 甲: [1, 2] }, responsible: ["甲"] }] as const;
  const steps: Story["escalation"] = [
    [1, "提醒", "unmet"],
    [2, "约谈"],
  ];
  const days = ["2022-10-04", "2022-10-11", "2022-10-18", "2022-11-01"];
  const report = weekly(days.map((asOf) => ({ asOf, rules, escalation: steps })));
  expect(printed(escalation(report, "zh"))).toMatch(/甲 .* 4 次\s+2022-10-04\s+再有 1 次：约谈/);
});

test("thin headroom: what cannot be better is told together, not one by one", () => {
  const best = { threshold: 98, units: { 甲: [5, 5], 乙: [7, 7] }, responsible: ["甲", "乙"] } as const;
  const near = { id: "near", whole: [91, 100], responsible: [] } as const;
  const told = printed(headroom(tell({ rules: [best, near], headroom: 3 }), "zh"));
  expect(told).toMatch(/已到最好的 100\.00%（目标 ≥ 98%），3 个不逐一列出：全域、甲、乙/);
  expect(told).toContain("91.00%");
  expect(told.split("\n").filter((line) => line.includes("100.00%"))).toHaveLength(1);
});
