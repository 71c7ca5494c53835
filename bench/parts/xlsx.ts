import { excel, sheetsOf, workbook, worldOf } from "../generate/data.ts";
import type { Form } from "../generate/xlsx.ts";
import { type Contestant, type Cost, interleaved } from "../measure/interleave.ts";
import { oursInFull, outsiders, peerCommand } from "../peers/commands.ts";
import { count } from "../report/table.ts";
import type { Target } from "../report/targets.ts";
import { reportRight, rowsRight } from "./checks.ts";
import { costsTable } from "./costs-table.ts";
import { costOf, faultsOf, LARGE, type Part, ratio, type Setting, SIZE } from "./part.ts";

const OURS = "evaluate";
const FLOOR = "inflate";
/** Peers take minutes, and past this gigabytes: they are measured small and at the size of the targets. */
const PEERS_UP_TO = 300_000;
const withPeers = (rows: number, sizes: readonly number[]): boolean =>
  rows <= PEERS_UP_TO && (rows <= 10_000 || rows === SIZE || sizes.length === 1);

const otherForms: readonly [string, Form][] = [
  ["inline, exceljs", { strings: "inline", order: "exceljs", titles: false }],
  ["shared, WPS", { strings: "shared", order: "wps", titles: true }],
];

/** The whole evaluation of a workbook, against inflating it and against readers that only read it. */
export const xlsx: Part = async (setting) => {
  const bySize = new Map<number, Cost[]>();
  const tables = [];
  for (const rows of setting.sizes) {
    setting.say(`xlsx, ${count(rows)} cases`);
    const costs = await interleaved(await contestants(rows, setting), setting.rounds, setting.say);
    bySize.set(rows, costs);
    const title = `xlsx: ${count(rows)} cases`;
    tables.push(
      costsTable(title, costs, { floor: FLOOR, us: OURS }, [about(withPeers(rows, setting.sizes))]),
    );
  }
  const faults = [...bySize].flatMap(([rows, costs]) => faultsOf(`xlsx ${rows}`, costs));
  return { tables, targets: targetsOf(bySize), faults };
};

async function contestants(rows: number, { data, sizes }: Setting): Promise<Contestant[]> {
  const world = worldOf(rows);
  const sheets = sheetsOf(world).map(({ name, rows }) => ({ name, rows }));
  const file = await workbook(data, world);
  const whole = (stdout: string) => reportRight(stdout, sheets);
  const read = (stdout: string) => rowsRight(stdout, sheets);
  const base: Contestant[] = [
    { name: OURS, command: oursInFull([file]), check: whole },
    { name: FLOOR, command: peerCommand("inflate", file) },
  ];
  if (!withPeers(rows, sizes)) return base.map((one) => (rows >= LARGE ? { ...one, rounds: 2 } : one));
  const slow = rows > 50_000;
  const few = slow ? { rounds: 1 } : {};
  for (const [name, form] of otherForms) {
    const other = await workbook(data, world, form);
    base.push(
      { name: `${OURS} (${name})`, command: oursInFull([other]), check: whole, ...few },
      { name: `${FLOOR} (${name})`, command: peerCommand("inflate", other), ...few },
    );
  }
  const { openpyxl, readxl } = outsiders();
  const peers: Contestant[] = [
    { name: "exceljs, reading only", command: peerCommand("exceljs", file), check: read, ...few },
    { name: "hucre, reading only", command: peerCommand("hucre", file), check: read, ...few },
    { name: "SheetJS, reading only", command: peerCommand("sheetjs", file), check: read, ...few },
  ];
  // openpyxl takes 25 times as long as we do: it is measured small.
  for (const { name, version, command } of slow ? [readxl] : [readxl, openpyxl]) {
    if (version === null) continue;
    peers.push({ name: `${name}, reading only`, command: command(file), check: read, ...few });
  }
  return [...base, ...peers];
}

function about(peersToo: boolean): string {
  const { strings, order } = excel;
  const missing = Object.values(outsiders())
    .filter(({ version }) => version === null)
    .map(({ name }) => name);
  const peers = peersToo ? "" : " The other readers are measured at other sizes.";
  const absent = missing.length > 0 ? ` Not installed: ${missing.join(", ")}.` : "";
  return `One workbook (${strings} strings, parts as ${order} orders them) with 12 sheets; evaluate runs all of jiayuguan-2022 and writes JSON; the others read every sheet and count its rows.${peers}${absent}`;
}

function targetsOf(bySize: ReadonlyMap<number, readonly Cost[]>): Target[] {
  const middle = bySize.get(SIZE) ?? [];
  const large = bySize.get(LARGE) ?? [];
  const [us, usLarge] = [costOf(middle, OURS), costOf(large, OURS)];
  const against = (name: string, limit: number, words: string): Target => {
    const peer = costOf(middle, name);
    return {
      name: `253 k xlsx: CPU, ours ÷ ${words}`,
      limit,
      measured: ratio(us?.cpu, peer?.cpu),
      unit: "×",
      ...(peer === null ? { missing: "not measured or not installed" } : {}),
    };
  };
  return [
    against(FLOOR, 8, "plain inflate"),
    against("exceljs, reading only", 1 / 4, "exceljs only reading it"),
    against("hucre, reading only", 1 / 2, "hucre only reading it"),
    against("readxl, reading only", 1 / 1.5, "readxl only reading it"),
    { name: "253 k xlsx: peak memory", limit: 250, measured: us?.peak ?? null, unit: "MB" },
    { name: "1 M xlsx: peak memory", limit: 400, measured: usLarge?.peak ?? null, unit: "MB" },
    { name: "xlsx: CPU, 1 M ÷ 253 k", limit: 4.5, measured: ratio(usLarge?.cpu, us?.cpu), unit: "×" },
  ];
}
