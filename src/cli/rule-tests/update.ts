import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import Fraction from "fraction.js";
import type { TestOutcome } from "../../model/rule-test.ts";
import { type Edit, editYaml } from "../../plan/test-update.ts";
import { writeAll } from "../outputs.ts";
import type { Shell } from "../shell.ts";
import { NOTHING } from "./run-tests.ts";

export interface Update {
  readonly file: string;
  readonly line: number;
  readonly indicator: string;
  readonly name: string;
  readonly unit: string | null;
  readonly key: string;
  readonly from: string;
  /** Null where the key was taken away. */
  readonly to: string | null;
  /** False where the file could not be changed in place. */
  readonly written: boolean;
}

/** Writes what came into the test files in place of what was expected; comments and layout stay. */
export async function updateTests(outcomes: readonly TestOutcome[], shell: Shell): Promise<Update[]> {
  const files = [
    ...new Set(outcomes.filter(({ differences }) => differences.length > 0).map(({ test }) => test.file)),
  ];
  const updates: Update[] = [];
  for (const file of files) {
    const wanted = outcomes.filter(({ test }) => test.file === file).flatMap(updatesOf);
    const before = await readFile(resolve(shell.cwd, file), "utf8");
    const { text, left } = editYaml(
      before,
      wanted.map(({ edit }) => edit),
    );
    if (text !== before) await writeAll([{ file, data: text }], shell);
    updates.push(...wanted.map(({ edit, ...update }) => ({ ...update, written: !left.includes(edit) })));
  }
  return updates;
}

function updatesOf({ test, differences }: TestOutcome): (Omit<Update, "written"> & { edit: Edit })[] {
  const { file, line, indicator, name, index } = test;
  return differences.map(({ unit, key, expected, actual }) => {
    const to = actual === NOTHING ? null : key === "status" ? actual : plainest(Number(actual));
    const owner = unit === null ? ["expect"] : ["units", unit];
    // A unit that is not judged has no status to write.
    const lost = key === "status" && to === null;
    const path = ["cases", index, ...owner, ...(lost ? ["status", ""] : [key])];
    return { file, line, indicator, name, unit, key, from: expected, to, edit: { path, value: to } };
  });
}

/** 8/9 rather than 0.888888888889, where that is what twelve digits stand for. */
function plainest(value: number): string {
  const decimal = String(value);
  if (decimal.replace(/[-.]/g, "").length < 11) return decimal;
  const fraction = new Fraction(value).simplify(Math.abs(value) * 1e-11);
  const same = Number(fraction.valueOf().toPrecision(12)) === value;
  return same && fraction.d < 1_000_000n ? fraction.toFraction() : decimal;
}
