import { type BenchReport, differences } from "../aggregates.ts";
import { casesCsv, csvFolder, sheetsOf, worldOf } from "../generate/data.ts";
import { shortNames } from "../generate/place-data.ts";
import { measured } from "../measure/child.ts";
import { type Contestant, type Cost, interleaved } from "../measure/interleave.ts";
import { oursInFull, oursOnCases, outsiders, peerCommand } from "../peers/commands.ts";
import type { PeerResult } from "../peers/peer.ts";
import { count } from "../report/table.ts";
import type { Target } from "../report/targets.ts";
import { reportRight } from "./checks.ts";
import { costsTable } from "./costs-table.ts";
import { costOf, faultsOf, LARGE, type Part, ratio, SIZE } from "./part.ts";

const OURS = "evaluate";
const GB = "evaluate, GB18030";
const DUCK = "DuckDB, 1 thread";
const PAPA = "papaparse, same aggregates";
const PANDAS = "pandas, same aggregates";
const CSV_PARSE = "csv-parse, reading only";

/** The cases as one CSV file: the same aggregates by unit, from the same file. */
export const csv: Part = async (setting) => {
  const bySize = new Map<number, Cost[]>();
  const tables = [];
  for (const rows of setting.sizes) {
    setting.say(`CSV, ${count(rows)} cases`);
    const costs = await interleaved(await contestants(rows, setting.data), setting.rounds, setting.say);
    bySize.set(rows, costs);
    tables.push(costsTable(`CSV: ${count(rows)} cases`, costs, { floor: DUCK, us: OURS }, [ABOUT]));
  }
  const faults = [...bySize].flatMap(([rows, costs]) => faultsOf(`csv ${rows}`, costs));
  return { tables, targets: targetsOf(bySize), faults };
};

const ABOUT =
  "办件明细 as one CSV file. evaluate runs bench/plans/cases.yaml, whose 12 indicators need nothing but this list, as a full run with JSON out; the peers compute the same 13 numbers for each unit and for the whole, a case number counting once. “right” says that all numbers equal ours. csv-parse only reads; the last line is all of jiayuguan-2022 over a folder with a CSV file for each dataset.";

async function contestants(rows: number, data: string): Promise<Contestant[]> {
  const world = worldOf(rows);
  const file = await casesCsv(data, world, "utf-8");
  const national = await casesCsv(data, world, "gb18030");
  const folder = await csvFolder(data, world, "utf-8");
  const report = JSON.parse((await measured(oursOnCases(file))).stdout) as BenchReport;
  const short = shortNames();
  const same = (stdout: string): string[] => {
    const { rows: read, units } = JSON.parse(stdout) as PeerResult;
    if (read !== rows || units === undefined) return [`${read} rows of ${rows}`];
    return differences(report, new Map(Object.entries(units)), short);
  };
  const cases = (stdout: string) => reportRight(stdout, [{ name: stem(file), rows }]);
  const inNational = (stdout: string): string[] => {
    const other = JSON.parse(stdout) as BenchReport;
    const equal = JSON.stringify(other.indicators) === JSON.stringify(report.indicators);
    return equal ? [] : ["other numbers than from UTF-8"];
  };
  const { pandas } = outsiders();
  const list: Contestant[] = [
    { name: OURS, command: oursOnCases(file), check: cases },
    { name: GB, command: oursOnCases(national), check: inNational },
    { name: DUCK, command: peerCommand("duckdb", file, "1"), check: same },
    { name: "DuckDB, all threads", command: peerCommand("duckdb", file), check: same },
    { name: PAPA, command: peerCommand("papaparse", file), check: same },
    { name: CSV_PARSE, command: peerCommand("csv-parse", file), check: (out) => counted(out, rows) },
  ];
  if (pandas.version !== null) list.push({ name: PANDAS, command: pandas.command(file), check: same });
  const whole = (stdout: string) => reportRight(stdout, sheetsOf(world));
  list.push({ name: "evaluate, folder, all of jiayuguan-2022", command: oursInFull([folder]), check: whole });
  if (rows < LARGE) return list;
  const lasting = list.filter(({ name }) => name === OURS || name === DUCK);
  return lasting.map((one) => ({ ...one, rounds: 2 }));
}

function counted(stdout: string, rows: number): string[] {
  const { rows: read } = JSON.parse(stdout) as PeerResult;
  return read === rows ? [] : [`${read} rows of ${rows}`];
}

const stem = (file: string): string => file.slice(file.lastIndexOf("/") + 1, -".csv".length);

function targetsOf(bySize: ReadonlyMap<number, readonly Cost[]>): Target[] {
  const costs = bySize.get(SIZE) ?? [];
  const large = bySize.get(LARGE) ?? [];
  const us = costOf(costs, OURS)?.cpu;
  const against = (name: string, limit: number, words: string): Target => ({
    name: `253 k CSV: CPU, ours ÷ ${words}`,
    limit,
    measured: ratio(us, costOf(costs, name)?.cpu),
    unit: "×",
    ...(costOf(costs, name) === null ? { missing: "not measured or not installed" } : {}),
  });
  return [
    against(DUCK, 2.5, "DuckDB, same aggregates"),
    against(CSV_PARSE, 1, "csv-parse only reading"),
    against(PANDAS, 1, "pandas, same aggregates"),
    against(PAPA, 1, "papaparse, same aggregates"),
    {
      name: "253 k CSV: CPU, GB18030 ÷ UTF-8",
      limit: 1.4,
      measured: ratio(costOf(costs, GB)?.cpu, us),
      unit: "×",
    },
    { name: "CSV: CPU, 1 M ÷ 253 k", limit: 4.5, measured: ratio(costOf(large, OURS)?.cpu, us), unit: "×" },
  ];
}
