import { readFile, stat } from "node:fs/promises";
import { expect, test } from "vitest";
import { sampleWorkbook } from "../../src/render/sample-workbook.ts";
import { sampleOf } from "../../src/sample/sample.ts";
import { city } from "./plans.ts";

const fixture = new URL("../../fixtures/jiayuguan-2022/data.xlsx", import.meta.url);

test("the fixture is what `evaluate sample jiayuguan-2022` writes, and small", async () => {
  const made = new Date(city.issued * 86_400_000);
  const data = await sampleWorkbook(sampleOf(city, { rows: 400, seed: 1 }), city.title, made);
  expect(Buffer.from(data).equals(await readFile(fixture))).toBe(true);
  expect((await stat(fixture)).size).toBeLessThan(150_000);
});
