import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluate } from "../../cli/fake-process.ts";
import { needsClickhouse } from "../clickhouse/cluster.ts";
import { tablesOf } from "./bundled.ts";
import { ORDER } from "./clickhouse.ts";
import { except } from "./exceptions.ts";
import { differences, type Outcome } from "./outcome.ts";
import { csvsOf, place, removePlaces } from "./places.ts";
import { ran } from "./run.ts";
import type { Story } from "./story.ts";
import { databaseWays } from "./ways.ts";

const ways = databaseWays(needsClickhouse());
beforeAll(ways.start);
afterAll(async () => {
  await ways.stop();
  removePlaces();
});

const sample = async (plan: string): Promise<string> => {
  const workbook = join(place, `${plan}.xlsx`);
  const { code, stderr } = await evaluate(["sample", plan, "-o", workbook, "--seed", "3"]);
  if (code !== 0) throw new Error(stderr);
  return workbook;
};

const bundled: readonly (readonly [name: string, plan: string, asOf: string, data: () => Promise<string>])[] =
  [
    [
      "the fixture",
      "jiayuguan-2022",
      "2022-10-25",
      async () => join(process.cwd(), "fixtures/jiayuguan-2022/data.xlsx"),
    ],
    ["jiayuguan-2022", "jiayuguan-2022", "2022-10-20", () => sample("jiayuguan-2022")],
    ["jilin-2021", "jilin-2021", "2021-12-31", () => sample("jilin-2021")],
    ["ningxia-2023", "ningxia-2023", "2024-12-31", () => sample("ningxia-2023")],
    ["pingdingshan-2021", "pingdingshan-2021", "2021-12-31", () => sample("pingdingshan-2021")],
    ["shizong-2019", "shizong-2019", "2019-12-31", () => sample("shizong-2019")],
  ];

/** Exports hold rows of one key that differ: a database is told which of them counts. */
function writeOrder(story: Story): string {
  const tables = Object.keys(story.tables).map((name) => `  ${name}: { table: ${name}, newest: ${ORDER} }\n`);
  const file = join(csvsOf(story).folder, "order.yaml");
  writeFileSync(file, `mapping: order\ntables:\n${tables.join("")}`);
  return file;
}

describe.each(bundled)("%s", (name, plan, asOf, data) => {
  let story: Story;
  let files: Outcome;
  beforeAll(async () => {
    const tables = await tablesOf(plan, await data(), process.cwd());
    story = { name: `bundled-${name.replaceAll(" ", "-")}`, asOf, measures: "", tables, expected: {} };
    const { code, stderr, outcome } = await ran({ plan, asOf, args: [csvsOf(story).csv] });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    files = outcome;
  });

  test("has rows that are nothing but records", () => {
    expect(files.size).toBeGreaterThan(50);
    expect([...files.keys()].filter((figure) => / rows (?:note|total|unmatched|other)/.test(figure))).toEqual(
      [],
    );
  });

  test.each(Object.entries(ways.all))("comes to the same with %s", async (way, { command }) => {
    const mapping = way.startsWith("clickhouse") ? writeOrder(story) : null;
    const { code, stderr, outcome } = await ran({ plan, mapping, asOf, ...(await command(story)) });
    expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
    expect(differences(except(files, story.name, way), except(outcome, story.name, way))).toEqual([]);
  });
});
