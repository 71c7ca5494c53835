import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { keptOpen } from "../../src/ingest/kept-open.ts";
import type { Opened, openInput } from "../../src/ingest/open.ts";
import { defaultLimits } from "../../src/ingest/reader.ts";

/** Opens inputs that count how often they are opened and closed. */
function counting() {
  const opened: string[] = [];
  const closed: string[] = [];
  const open: typeof openInput = async ({ path }) => {
    opened.push(path);
    if (path === "broken") throw new Error("broken");
    const file = { file: path, format: "csv", encoding: null, sha256: "", sheets: [] } as const;
    const close = async () => {
      closed.push(path);
    };
    return { files: [{ ...file, close }], skipped: [] } satisfies Opened;
  };
  return { opened, closed, kept: keptOpen(open) };
}

const ask = (kept: ReturnType<typeof keptOpen>, path: string) =>
  kept.open({ path, display: path }, Readable.from([]), defaultLimits);

test("an input is opened once, however often it is asked for, also at the same time", async () => {
  const { opened, kept } = counting();
  const [first, second] = await Promise.all([ask(kept, "-"), ask(kept, "-")]);
  await ask(kept, "a.csv");
  expect(opened).toEqual(["-", "a.csv"]);
  expect(first).toBe(second);
});

test("whoever reads it cannot close it for the others", async () => {
  const { closed, kept } = counting();
  const { files } = await ask(kept, "a.csv");
  for (const file of files) await file.close();
  expect(closed).toEqual([]);
  await kept.close();
  expect(closed).toEqual(["a.csv"]);
});

test("each is closed once", async () => {
  const { closed, kept } = counting();
  await ask(kept, "a.csv");
  await ask(kept, "b.csv");
  await kept.close();
  await kept.close();
  expect(closed.toSorted()).toEqual(["a.csv", "b.csv"]);
});

test("what cannot be opened says so each time, and leaves nothing to close", async () => {
  const { closed, kept } = counting();
  await expect(ask(kept, "broken")).rejects.toThrow("broken");
  await expect(ask(kept, "broken")).rejects.toThrow("broken");
  await kept.close();
  expect(closed).toEqual([]);
});
