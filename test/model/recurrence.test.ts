import { describe, expect, test } from "vitest";
import { formatDay, parseDay } from "../../src/model/day.ts";
import { duesWithin, type Recurrence, recurrenceText } from "../../src/model/recurrence.ts";

const day = (text: string) => parseDay(text) ?? Number.NaN;
const dues = (recurrence: Recurrence, start: string, end: string | null, asOf = "2999-12-31") =>
  duesWithin(recurrence, { start: day(start), end: end === null ? null : day(end) }, day(asOf)).map(
    ({ begins, due }) => `${formatDay(begins)}…${formatDay(due)}`,
  );

describe("what falls due, each with its period", () => {
  test.each<[string, Recurrence, string, string, string[]]>([
    [
      "on the 15th and 30th, from the day of issue",
      { kind: "monthly", days: [15, 30] },
      "2021-11-09",
      "2021-12-31",
      ["2021-11-09…2021-11-15", "2021-11-16…2021-11-30", "2021-12-01…2021-12-15", "2021-12-16…2021-12-30"],
    ],
    [
      "a day that February lacks is its last",
      { kind: "monthly", days: [15, 30] },
      "2023-02-01",
      "2023-03-20",
      ["2023-02-01…2023-02-15", "2023-02-16…2023-02-28", "2023-03-01…2023-03-15"],
    ],
    [
      "two days that fall on one are due once",
      { kind: "monthly", days: [30, 31] },
      "2022-04-01",
      "2022-04-30",
      ["2022-04-01…2022-04-30"],
    ],
    [
      "every second week from a day on",
      { kind: "weeks", weeks: 2, from: day("2021-11-15") },
      "2021-11-09",
      "2021-12-12",
      ["2021-11-09…2021-11-15", "2021-11-16…2021-11-29"],
    ],
    [
      "weeks that began before the window keep their rhythm",
      { kind: "weeks", weeks: 2, from: day("2021-11-01") },
      "2021-11-09",
      "2021-11-30",
      ["2021-11-09…2021-11-15", "2021-11-16…2021-11-29"],
    ],
    [
      "at the end of each quarter",
      { kind: "quarterly" },
      "2022-02-10",
      "2022-09-30",
      ["2022-02-10…2022-03-31", "2022-04-01…2022-06-30", "2022-07-01…2022-09-30"],
    ],
    [
      "once a year",
      { kind: "yearly", month: 12, date: 31 },
      "2023-07-20",
      "2024-12-31",
      ["2023-07-20…2023-12-31", "2024-01-01…2024-12-31"],
    ],
    [
      "on 29 February, or the day before where there is none",
      { kind: "yearly", month: 2, date: 29 },
      "2023-01-01",
      "2024-12-31",
      ["2023-01-01…2023-02-28", "2023-03-01…2024-02-29"],
    ],
    ["nothing where no period is stated", { kind: "unstated", word: "定期" }, "2022-01-01", "2022-12-31", []],
  ])("%s", (_, recurrence, start, end, expected) => {
    expect(dues(recurrence, start, end)).toEqual(expected);
  });

  test("only what has begun by as-of, the day itself included", () => {
    const monthly: Recurrence = { kind: "monthly", days: [15] };
    expect(dues(monthly, "2022-01-01", "2022-12-31", "2022-02-15")).toHaveLength(2);
    expect(dues(monthly, "2022-01-01", "2022-12-31", "2022-02-16")).toHaveLength(3);
    expect(dues(monthly, "2022-01-01", null, "2023-01-15")).toHaveLength(13);
    expect(dues(monthly, "2022-01-01", "2022-12-31", "2021-12-31")).toEqual([]);
  });
});

test("a recurrence is told in a few words", () => {
  const told: Recurrence[] = [
    { kind: "monthly", days: [15, 30] },
    { kind: "weeks", weeks: 2, from: day("2021-11-15") },
    { kind: "quarterly" },
    { kind: "yearly", month: 2, date: 9 },
    { kind: "unstated", word: "不定期" },
  ];
  expect(told.map(recurrenceText)).toEqual([
    "monthly 15, 30",
    "every 2 weeks from 2021-11-15",
    "quarterly",
    "yearly 02-09",
    "不定期",
  ]);
});
