import { describe, expect, it } from "vitest";
import { judgedFor, ownUnit } from "../../src/render/own-unit.ts";
import { highlights } from "../../src/render/sections/highlights.ts";
import { sheetsOf } from "../../src/render/sheets/sheets.ts";
import { at, emptyReport, found, indicator, unit } from "./small-report.ts";

const GROUP = "市政府各部门";
const open = found({ status: "open", met: false, attainment: 0.5, deadline: "2022-12-31", daysLeft: 67 });
const met = found({ status: "met", met: true, attainment: 1 });
const police = unit("市公安局", GROUP, { score: 88.58, rank: 28, ranked: 36, open: 1 });
const report = emptyReport({
  overall: { ...emptyReport().overall, score: 92.32, overdue: 1 },
  units: [police],
  indicators: [
    indicator({ id: "a", clause: "一", name: "甲", whole: met, units: [at("市公安局", GROUP, open)] }),
    indicator({ id: "b", clause: "二", name: "乙", whole: open, units: [at("市公安局", GROUP, met)] }),
    indicator({
      id: "c",
      clause: "三",
      name: "丙",
      scope: "shared",
      lead: ["市民政局"],
      whole: open,
      units: [at("市公安局", GROUP, open)],
    }),
  ],
});
const textOf = (one: typeof report) =>
  highlights(one, "zh").flatMap((block) =>
    block.kind === "list" ? block.items.map(({ text }) => text) : [],
  );

describe("a report narrowed to one unit", () => {
  it("says first where the unit stands, and what it has to do", () => {
    const lines = textOf(report);
    expect(lines[0]).toBe("市公安局 88.58 分，第 28 名，共 36 个单位排名");
    expect(lines[1]).toBe("下一个时限 2022-12-31（还有 67 天），还有 1 项未达标：一 甲");
  });

  it("heads its workbook with its own figures", () => {
    const [figures] = sheetsOf(report, "zh")[0]?.parts ?? [];
    const [first] = figures?.kind === "figures" ? figures.figures : [];
    expect(first).toMatchObject(["市公安局得分", { shown: "88.58" }]);
  });

  it("leaves out what is shared and led by others", () => {
    expect(judgedFor(ownUnit(report), report).map(({ indicator: { id } }) => id)).toEqual(["a", "b"]);
  });

  it("is not one where no other unit was ranked", () => {
    expect(ownUnit({ ...report, units: [{ ...police, rank: 1, ranked: 1 }] })).toBeNull();
    expect(ownUnit({ ...report, units: [police, police] })).toBeNull();
  });
});
