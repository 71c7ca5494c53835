import { describe, expect, test } from "vitest";
import { Progress, progressLine } from "../../src/cli/progress.ts";
import { openShell, quietly } from "../../src/cli/shell.ts";
import type { SourceFile } from "../../src/ingest/reader.ts";
import { fakeProcess } from "./fake-process.ts";

const MB = 1024 * 1024;
const state = {
  rows: 120_000,
  read: 82 * MB,
  total: 164 * MB,
  before: 0,
  elapsed: 3_000,
  file: "办件明细.xlsx",
};

describe("the line", () => {
  test.each([
    ["zh", state, "[==========----------]  50% · 120,000 行 · 82/164 MB · 还需 3 秒 · 办件明细.xlsx"],
    [
      "en",
      { ...state, elapsed: 120_000 },
      "[==========----------]  50% · 120,000 rows · 82/164 MB · 2 min 0 s left · 办件明细.xlsx",
    ],
    ["zh", { ...state, read: 0, total: 0 }, "120,000 行 · 办件明细.xlsx"],
    [
      "en",
      { ...state, read: 164 * MB },
      "[====================] 100% · 120,000 rows · 164/164 MB · 0 s left · 办件明细.xlsx",
    ],
  ] as const)("in %s", (language, shown, expected) => {
    expect(progressLine(shown, language)).toBe(expected);
  });
});

/** A sheet of `rows` rows; the clock goes on by `step` milliseconds a row. */
async function drawn(rows: number, step: number, columns = 100): Promise<string[]> {
  const written: string[] = [];
  let time = 0;
  const screen = { columns, write: (text: string) => void written.push(text) };
  const progress = new Progress({ screen, clock: () => time, language: "zh" });
  const gauge = { total: rows * 100, read: 0 };
  const file: SourceFile = {
    file: "办件明细.xlsx",
    format: "xlsx",
    encoding: null,
    sha256: "",
    close: async () => {},
    sheets: [
      {
        name: "办件明细",
        hidden: false,
        date1904: false,
        gauge,
        async scan(sink) {
          for (let row = 1; row <= rows; row += 1) {
            time += step;
            gauge.read = row * 100;
            if (sink({} as never) === false) break;
          }
          return { formulasWithoutValue: { cells: [], count: 0 } };
        },
      },
    ],
  };
  const [watched] = progress.watch({ files: [file], skipped: [] }).files;
  let seen = 0;
  await watched?.sheets[0]?.scan(() => {
    seen += 1;
    return true;
  });
  expect(seen).toBe(rows);
  progress.clear();
  return written;
}

describe("on a terminal", () => {
  test("a long reading is drawn over itself, and gone at the end", async () => {
    const lines = await drawn(10_000, 1);
    expect(lines.length).toBe(11);
    expect(lines[0]).toBe("\r[==------------------]  10% · 1,000 行 · 0/1 MB · 办件明细.xlsx\u001b[K");
    expect(lines[1]).toContain("20% · 2,000 行 · 0/1 MB · 还需 8 秒");
    expect(lines.at(-1)).toBe("\r\u001b[K");
  });

  test("a short one shows nothing, and leaves nothing to clear", async () => {
    expect(await drawn(10_000, 0.01)).toEqual([]);
  });

  test("it is redrawn ten times a second at most", async () => {
    expect((await drawn(100_000, 0.02)).length).toBeLessThan(14);
  });

  test("it stays within the line", async () => {
    for (const line of await drawn(3_000, 1, 60)) expect(line.length).toBeLessThanOrEqual(64);
  });
});

describe("there is a screen", () => {
  const screenOf = (options: Parameters<typeof fakeProcess>[1]) =>
    openShell(fakeProcess([], options), [], () => new Date(0)).screen;

  test("where stderr is a terminal", () => {
    expect(screenOf({ terminal: true, columns: 90 })?.columns).toBe(90);
    expect(screenOf({ terminal: false })).toBeNull();
    expect(screenOf({ terminal: true, env: { TERM: "dumb" } })).toBeNull();
  });

  test("but not with --quiet", () => {
    const shell = openShell(fakeProcess([], { terminal: true }), [], () => new Date(0));
    expect(quietly(shell).screen).toBeNull();
  });
});
