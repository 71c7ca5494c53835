import { describe, expect, test } from "vitest";
import type { FilledRow } from "../../src/ledger/filled.ts";
import { type Findings, judge } from "../../src/ledger/judge.ts";
import type { Known } from "../../src/ledger/known.ts";
import { Listings } from "../../src/ledger/listings.ts";
import type { Standing } from "../../src/ledger/standing.ts";
import type { Sighting } from "../../src/model/ledger.ts";
import type { Filled } from "../../src/model/ledger-columns.ts";
import { markWords } from "../../src/render/ledger/marks.ts";

const asOf = "2022-10-31";

interface Story {
  readonly name: string;
  /** What the ledger that came back says. */
  readonly filled?: Filled;
  readonly mark?: string;
  readonly closed?: boolean;
  readonly alone?: boolean;
  readonly key?: string;
  /** What the data says. */
  readonly listed?: boolean;
  readonly spared?: boolean;
  readonly elsewhere?: string;
  readonly standing?: Standing;
  readonly sighting?: Sighting;
  /** What becomes of it. */
  readonly state: string;
  readonly marks: string;
  readonly closedOn?: string;
}

const stories: readonly Story[] = [
  { name: "still wrong: stays", filled: { cause: "甲" }, listed: true, state: "listed", marks: "" },
  {
    name: "still wrong, and called done",
    filled: { progress: "已完成" },
    listed: true,
    state: "listed",
    marks: "声称完成，数据未显示（截至 2022-10-31）",
  },
  {
    name: "still wrong, and given a day of closing",
    filled: { closed: "2022-10-20" },
    listed: true,
    state: "listed",
    marks: "声称完成，数据未显示（截至 2022-10-31）",
    closedOn: "2022-10-20",
  },
  { name: "未完成 is no claim", filled: { progress: "未完成" }, listed: true, state: "listed", marks: "" },
  {
    name: "基本完成 is no claim",
    filled: { progress: "基本完成" },
    listed: true,
    state: "listed",
    marks: "",
  },
  {
    name: "put right",
    standing: "unmet",
    sighting: "seen",
    state: "closed",
    marks: "数据已显示整改到位（2022-10-31）",
    closedOn: asOf,
  },
  {
    name: "put right, and closed by hand before",
    filled: { closed: "2022-10-20" },
    standing: "met",
    sighting: "seen",
    state: "closed",
    marks: "数据已显示整改到位（2022-10-31）",
    closedOn: "2022-10-20",
  },
  {
    name: "no longer exported",
    filled: { progress: "已完成" },
    standing: "met",
    sighting: "gone",
    state: "kept",
    marks: "数据中已无此记录，请核实（2022-10-31）",
  },
  {
    name: "its list was not read",
    standing: "unmet",
    sighting: "unread",
    state: "kept",
    marks: "本次没有所需的数据，未核对（2022-10-31）",
  },
  { name: "no data", standing: "no-data", state: "kept", marks: "本次没有所需的数据，未核对（2022-10-31）" },
  { name: "waived", standing: "waived", state: "kept", marks: "已豁免，未核对（2022-10-31）" },
  {
    name: "gone from the plan",
    standing: "not-in-plan",
    state: "kept",
    marks: "方案里已没有这一项，未核对（2022-10-31）",
  },
  {
    name: "no longer its task",
    standing: "not-responsible",
    state: "kept",
    marks: "该单位不再承担这一项，未核对（2022-10-31）",
  },
  {
    name: "another unit's now",
    elsewhere: "市教育局",
    standing: "unmet",
    sighting: "seen",
    state: "kept",
    marks: "数据中此记录现属“市教育局”，请核实（2022-10-31）",
  },
  {
    name: "the target is met without it",
    filled: { cause: "甲" },
    spared: true,
    standing: "met",
    state: "kept",
    marks: "指标已达标，此条数据未变（2022-10-31）",
  },
  {
    name: "the target is met, and nobody has written anything",
    spared: true,
    standing: "met",
    state: "dropped",
    marks: "",
  },
  {
    name: "closed, and wrong again",
    closed: true,
    filled: { closed: "2022-10-24", cause: "甲" },
    listed: true,
    state: "listed",
    marks: "再次出现（2022-10-31，曾于 2022-10-24 销号）",
  },
  {
    name: "wrong again since last week",
    mark: "再次出现（2022-10-24，曾于 2022-10-17 销号）",
    listed: true,
    state: "listed",
    marks: "再次出现（2022-10-24，曾于 2022-10-17 销号）",
  },
  {
    name: "new today, in a second run",
    mark: "新增（2022-10-31）",
    listed: true,
    state: "listed",
    marks: "新增（2022-10-31）",
  },
  { name: "new last week", mark: "新增（2022-10-24）", listed: true, state: "listed", marks: "" },
  {
    name: "closed stays closed as it was, also when its record is gone",
    closed: true,
    filled: { closed: "2022-10-24" },
    mark: "数据已显示整改到位（2022-10-24）",
    standing: "met",
    sighting: "gone",
    state: "closed",
    marks: "数据已显示整改到位（2022-10-24）",
    closedOn: "2022-10-24",
  },
  {
    name: "closed stays closed without data",
    closed: true,
    mark: "数据已显示整改到位（2022-10-24）",
    standing: "no-data",
    state: "closed",
    marks: "数据已显示整改到位（2022-10-24）",
  },
  {
    name: "the run was about others",
    filled: { progress: "已完成" },
    mark: "声称完成，数据未显示（截至 2022-10-24）",
    standing: "outside",
    state: "open",
    marks: "声称完成，数据未显示（截至 2022-10-24）",
  },
  {
    name: "a figure whose target is met",
    alone: true,
    key: "",
    standing: "met",
    state: "closed",
    marks: "数据已显示整改到位（2022-10-31）",
    closedOn: asOf,
  },
  {
    name: "a figure that is told by its records now",
    alone: true,
    key: "",
    standing: "unmet",
    state: "kept",
    marks: "指标仍未达标，改按所列各条整改（2022-10-31）",
  },
  {
    name: "a figure of nothing",
    alone: true,
    key: "",
    standing: "empty",
    state: "kept",
    marks: "本次没有所需的数据，未核对（2022-10-31）",
  },
];

describe("what becomes of a row", () => {
  test.each(stories)("$name", (story) => {
    const { filled = {}, mark = "", closed = false, alone = false, key = "A1", closedOn } = story;
    const row: FilledRow = {
      file: "甲.xlsx",
      sheet: "表",
      row: 4,
      cells: { mark },
      filled,
      added: new Map(),
      closed,
    };
    const known: Known = { id: "1", rule: "r", unit: "市公安局", key, copies: [row], closed, alone };
    const listing = { id: "1", rule: "r", unit: "市公安局", key, label: "", alone, figure: alone };
    const findings: Findings = {
      asOf,
      language: "zh",
      listings: new Listings([
        ...(story.listed ? [listing] : []),
        ...(story.elsewhere ? [{ ...listing, id: "2", unit: story.elsewhere }] : []),
      ]),
      spared: new Set(story.spared ? ["1"] : []),
      standing: () => story.standing ?? "unmet",
      sightings: new Map(story.sighting ? [["1", story.sighting]] : []),
    };
    const { state, marks, filled: left } = judge(known, findings);
    expect({ state, marks: markWords(marks, "zh"), closedOn: left.closed }).toEqual({
      state: story.state,
      marks: story.marks,
      closedOn,
    });
  });
});
