import Fraction from "fraction.js";
import { afterAll, describe, expect, test } from "vitest";
import type { Evidence } from "../../../src/model/evidence.ts";
import { fatesOf } from "./outcome.ts";
import { csvsOf, removePlaces } from "./places.ts";
import { writePlan } from "./plan-file.ts";
import { ran } from "./run.ts";
import { stories } from "./stories.ts";
import type { Parts } from "./story.ts";

afterAll(removePlaces);

/** What a person worked out by hand is what files come to: the engines are held against more than each other. */
describe.each(stories.map((story) => [story.name, story] as const))("%s, by hand", (_, story) => {
  test("files come to it", async () => {
    const { folder, csv } = csvsOf(story);
    const { plan } = writePlan(folder, story);
    const { code, stderr, report, evidence } = await ran({ plan, asOf: story.asOf, args: [csv] });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    if (report === null || evidence === null) throw new Error("no report");
    const fates = fatesOf(report);
    for (const [dataset, by] of Object.entries(story.fates ?? {}))
      expect({ dataset, ...fates.get(dataset) }).toEqual({ dataset, ...by });
    const wanted = Object.entries(story.expected).flatMap(([id, units]) =>
      Object.entries(units).map(([unit, parts]) => [`${id} › ${unit}`, written(parts)] as const),
    );
    const got = wanted.map(([name]) => [name, written(partsOf(evidence, name))] as const);
    expect(Object.fromEntries(got)).toEqual(Object.fromEntries(wanted));
    const strangers = report.quality.unknownUnits.map(({ name, rows }) => [name, rows] as const);
    expect(Object.fromEntries(strangers)).toEqual(story.strangers ?? {});
  });
});

function partsOf({ indicators }: Evidence, name: string): Parts {
  const [id = "", unit = ""] = name.split(" › ");
  const one = indicators.get(id);
  const figures = unit === "全域" ? one?.whole : one?.units.get(unit);
  const reported = unit === "全域" ? one?.reported.whole : one?.reported.units.get(unit);
  if (figures == null)
    return [reported?.numerator?.toFraction() ?? null, reported?.denominator?.toFraction() ?? null];
  return [figures.of.value?.toFraction() ?? null, figures.to?.value?.toFraction() ?? null];
}

function written([numerator, denominator]: Parts): string {
  const text = (part: string | number | null) => (part === null ? "–" : new Fraction(part).toFraction());
  return `${text(numerator)} ÷ ${text(denominator)}`;
}
