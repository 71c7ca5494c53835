import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { caseAt, casesSheet, sourceRow, type World } from "./cases.ts";
import { type Encoding, writeCsv } from "./csv.ts";
import { smallSheets } from "./lists.ts";
import { unitNames } from "./place-data.ts";
import { ratingRows, ratingsSheet } from "./ratings.ts";
import type { Sheet } from "./sheet.ts";
import { type Form, writeXlsx } from "./xlsx.ts";

/** A change of the generator makes new files. */
const VERSION = 2;

export const worldOf = (cases: number, seed = 7): World => ({ seed, cases, units: unitNames() });

/** Two units, and about 200 rows over all sheets. */
export const smallWorld = (): World => ({ seed: 7, cases: 36, units: unitNames().slice(-2) });

export function sheetsOf(world: World): Sheet[] {
  return [casesSheet(world), ratingsSheet(world), ...smallSheets(world)];
}

const named = ({ cases, units, seed }: World): string => `${cases}-${units.length}-${seed}`;

/** The texts that stand in one row only, in the order of their places among the shared strings. */
function uniqueOf(world: World): { count: number; at(index: number): string } {
  return {
    count: world.cases + ratingRows(world),
    at: (index) =>
      index < world.cases
        ? caseAt(world, sourceRow(index)).number
        : `HCP6202${String(100_000_000_000_000 + (index - world.cases) * 13)}`,
  };
}

export const excel: Form = { strings: "shared", order: "excel", titles: false };

export async function workbook(folder: string, world: World, form: Form = excel): Promise<string> {
  const titles = form.titles ? "-titles" : "";
  const name = `${named(world)}-${form.strings}-${form.order}${titles}.xlsx`;
  return made(join(folder, `v${VERSION}`), name, (file) =>
    writeXlsx(file, sheetsOf(world), uniqueOf(world), form),
  );
}

/** A folder with a CSV file for each dataset; the cases are the first. */
export async function csvFolder(folder: string, world: World, encoding: Encoding): Promise<string> {
  return made(join(folder, `v${VERSION}`), `${named(world)}-${encoding}`, async (place) => {
    mkdirSync(place);
    for (const sheet of sheetsOf(world)) writeCsv(join(place, `${sheet.name}.csv`), sheet, encoding);
  });
}

/** Only the cases, for those who read one file. */
export async function casesCsv(folder: string, world: World, encoding: Encoding): Promise<string> {
  const name = `办件明细-${named(world)}-${encoding}.csv`;
  return made(join(folder, `v${VERSION}`), name, async (file) => writeCsv(file, casesSheet(world), encoding));
}

/** Cached; written under another name first, so that a file that is there is whole. */
export async function made(
  folder: string,
  name: string,
  write: (file: string) => Promise<void>,
): Promise<string> {
  const file = join(folder, name);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  await write(draft);
  renameSync(draft, file);
  return file;
}
