import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needsClickhouse } from "../clickhouse/cluster.ts";
import { newest } from "./datasets/keys.ts";
import { except } from "./exceptions.ts";
import { differences, type Outcome } from "./outcome.ts";
import { csvsOf, removePlaces } from "./places.ts";
import { writePlan } from "./plan-file.ts";
import { ran } from "./run.ts";
import { stories } from "./stories.ts";
import { databaseWays } from "./ways.ts";

const ways = databaseWays(needsClickhouse());
beforeAll(ways.start);
afterAll(async () => {
  await ways.stop();
  removePlaces();
});

describe.each(stories.map((story) => [story.name, story] as const))("%s", (_, story) => {
  let files: Outcome;
  beforeAll(async () => {
    const { folder, csv } = csvsOf(story);
    files = (await ran({ plan: writePlan(folder, story).plan, asOf: story.asOf, args: [csv] })).outcome;
  });

  const fitting = Object.entries(ways.all).filter(
    ([way, { form }]) => story.not?.[form] === undefined && (story.only?.test(way) ?? true),
  );
  test.each(fitting)("comes to the same with %s", async (way, { command }) => {
    const { plan, mapping } = writePlan(csvsOf(story).folder, story);
    const { code, stderr, outcome } = await ran({
      plan,
      mapping,
      asOf: story.asOf,
      ...(await command(story)),
    });
    expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
    expect(files.size).toBeGreaterThan(10);
    expect(differences(except(files, story.name, way), except(outcome, story.name, way))).toEqual([]);
  });
});

/** A database has no first row: which of several that differ would count is never left to chance. */
test.each(Object.entries(ways.all).filter(([way]) => way.startsWith("clickhouse")))(
  "rows of one key that differ are refused by %s, unless it is said which counts",
  async (_, { command }) => {
    const story = { ...newest, name: "conflicts" };
    const { plan } = writePlan(csvsOf(story).folder, story);
    const { code, stderr, report } = await ran({ plan, asOf: story.asOf, ...(await command(story)) });
    expect({ code, stderr, report }).toEqual({
      code: 3,
      stderr: expect.stringContaining("D035"),
      report: null,
    });
  },
);
