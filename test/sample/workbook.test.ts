import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sampleWorkbook } from "../../src/render/sample-workbook.ts";
import { sampleOf } from "../../src/sample/sample.ts";
import { city } from "./plans.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function bytesOn(now: string): Promise<Buffer> {
  vi.setSystemTime(new Date(now));
  const sheets = sampleOf(city, { rows: 60, seed: 1 });
  return Buffer.from(await sampleWorkbook(sheets, city.title, new Date(0)));
}

test("the same sample is the same bytes, whenever it is written", async () => {
  const first = await bytesOn("2022-10-25T01:02:03Z");
  expect(first.equals(await bytesOn("2031-07-08T09:10:11Z"))).toBe(true);
});

test("another seed is another file of about the size", async () => {
  const sheets = sampleOf(city, { rows: 60, seed: 2 });
  const other = Buffer.from(await sampleWorkbook(sheets, city.title, new Date(0)));
  const first = await bytesOn("2022-10-25T01:02:03Z");
  expect(first.equals(other)).toBe(false);
  expect(Math.abs(other.length / first.length - 1)).toBeLessThan(0.15);
});
