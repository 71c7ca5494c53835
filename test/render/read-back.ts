import { read, utils, type WorkSheet } from "@e965/xlsx";
import { parse } from "csv-parse/sync";

/** A table of a report as a person would copy it: what stands above it, its headings, its rows. */
export interface ReadTable {
  readonly above: readonly string[];
  readonly rows: readonly ReadonlyMap<string, string>[];
}

/** How an indicator stands, in the words of the report; "" where it says nothing. */
export interface Standing {
  readonly status: string;
  readonly value: string;
  readonly target: string;
  readonly gap: string;
  readonly needed: string;
}

const words = {
  zh: {
    standing: ["状态", "指标", "现状", "目标", "差距", "需要做的"],
    ranking: ["名次", "单位", "得分"],
    clause: "条款",
    whole: "全域",
    wholeTables: /^(指标（全域）|指标明细|总览|the whole)$/,
    remarks: /（不计分）|（全域共同）/g,
    unpending: ["达标", "无数据", "不适用", "不计分", "已豁免"],
    provisional: "暂定",
  },
  en: {
    standing: ["Status", "Indicator", "Value", "Target", "Gap", "Needed"],
    ranking: ["Rank", "Unit", "Score"],
    clause: "Clause",
    whole: "whole area",
    wholeTables: /^(Indicators \(whole area\)|Indicators|Overview|the whole)$/,
    remarks: / \(not scored\)| \(shared\)/g,
    unpending: ["met", "no data", "n/a", "not scored", "waived"],
    provisional: "prov.",
  },
} as const;
export type ReadLanguage = keyof typeof words;

/** By "clause name @ unit"; of what is not unmet only status and figures, since formats differ in remarks. */
export function standingsOf(tables: readonly ReadTable[], language: ReadLanguage): Map<string, Standing> {
  const say = words[language];
  const [status, name, value, target, gap, needed] = say.standing;
  const found = new Map<string, Standing>();
  for (const { above, rows } of tables) {
    for (const row of rows) {
      if (![status, name, value, gap, say.clause].every((heading) => row.has(heading))) continue;
      const cell = (heading: string) => plain(row.get(heading) ?? "");
      const unit = cell(say.ranking[1]) || unitAbove(above, language);
      if (unit === null) continue;
      const word = cell(status).replace(/^[✓✗!?~\\-]+ ?/, "");
      found.set(`${cell(say.clause)} ${cell(name).replace(say.remarks, "")} @ ${unit}`, {
        status: word,
        value: cell(value),
        target: cell(target),
        gap: cell(gap),
        needed: (say.unpending as readonly string[]).includes(word) ? "" : cell(needed),
      });
    }
  }
  return found;
}

function unitAbove(above: readonly string[], language: ReadLanguage): string | null {
  const say = words[language];
  for (const title of above.toReversed()) {
    if (say.wholeTables.test(title)) return say.whole;
    if (title !== "") return title.split(" · ")[0] ?? null;
  }
  return null;
}

/** By unit: rank and score as shown. */
export function ranksOf(tables: readonly ReadTable[], language: ReadLanguage): Map<string, string> {
  const say = words[language];
  const [rank, unit, score] = say.ranking;
  const found = new Map<string, string>();
  for (const { rows } of tables)
    for (const row of rows) {
      const shown = plain(row.get(score) ?? "");
      const place = plain(row.get(rank) ?? "").replace(say.provisional, "");
      if (row.has(rank) && row.has(unit) && shown !== "")
        found.set(plain(row.get(unit) ?? ""), `${place} ${shown}`);
    }
  return found;
}

function plain(text: string): string {
  return text === "—" ? "" : text;
}

function rowsUnder(headings: readonly string[], rows: readonly (readonly string[])[]): ReadTable["rows"] {
  return rows.map((row) => new Map(headings.map((heading, at) => [heading, row[at] ?? ""])));
}

export function readMarkdown(text: string): ReadTable[] {
  const tables: ReadTable[] = [];
  let above: string[] = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line.startsWith("#")) above = [unescaped(line.replace(/^#+ /, ""))];
    else if (/^\*\*.*\*\*$/.test(line)) above = [...above.slice(0, 1), unescaped(line.slice(2, -2))];
    else if (line.startsWith("|") && (lines[at + 1] ?? "").startsWith("| ---")) {
      const body: string[][] = [];
      for (at += 2; (lines[at] ?? "").startsWith("|"); at += 1) body.push(cellsOf(lines[at] ?? ""));
      const headings = cellsOf(lines[at - body.length - 2] ?? "");
      tables.push({ above, rows: rowsUnder(headings, body) });
      at -= 1;
    }
  }
  return tables;
}

function cellsOf(line: string): string[] {
  const cells = line.slice(2, -2).split(/ \| /);
  return cells.map((cell) => unescaped(cell.split("<br>")[0] ?? ""));
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, "$1").replaceAll("&lt;", "<").replaceAll("&amp;", "&").trim();
}

/** The terminal's tables, printed so wide that nothing is folded. */
export function readTerminal(text: string): ReadTable[] {
  const lines = text.split("\n");
  const tables: ReadTable[] = [];
  let heading = "";
  for (let at = 0; at < lines.length; at += 1) {
    if (/^-+$/.test(lines[at] ?? "")) heading = lines[at - 1] ?? "";
    if (!/^ *-+( {2,}-+)+$/.test(lines[at] ?? "")) continue;
    const headings = columnsOf(lines[at - 1] ?? "");
    let title = "";
    let body: string[][] = [];
    const done = () => tables.push({ above: [heading, title], rows: rowsUnder(headings, body) });
    for (at += 1; at < lines.length && !/^[-=]+$/.test(lines[at + 1] ?? ""); at += 1) {
      const cells = columnsOf(lines[at] ?? "");
      if (cells.length === headings.length) body.push(cells);
      else if (cells.length === 1 && !/^ /.test(lines[at] ?? "")) {
        done();
        [title, body] = [cells[0] ?? "", []];
      }
    }
    done();
    at -= 1;
  }
  return tables;
}

function columnsOf(line: string): string[] {
  return line.trim() === "" ? [] : line.trim().split(/ {2,}/);
}

/** Tables of a page: those of units stand below the unit's name, the others are of the whole. */
export function readHtml(page: string): ReadTable[] {
  const tables: ReadTable[] = [];
  let title = "";
  for (const [part = ""] of page.matchAll(/<section id="\w+"|<h4[\s\S]*?<\/h4>|<table[\s\S]*?<\/table>/g)) {
    if (part.startsWith("<section")) title = "the whole";
    else if (part.startsWith("<h4")) title = textOf(part);
    else {
      const rows = [...part.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
        [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = ""]) => textOf(firstOf(cell))),
      );
      const [headings = [], ...body] = rows;
      tables.push({ above: [title], rows: rowsUnder(headings, body) });
    }
  }
  return tables;
}

function firstOf(cell: string): string {
  return cell.split(/<small|<br/)[0] ?? "";
}

function textOf(markup: string): string {
  const text = markup.replace(/<[^>]*>/g, "");
  const named = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" } as const;
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: keyof typeof named) => named[name]).trim();
}

/** Every table of a workbook as it is shown, number formats applied by another program's rules. */
export function readWorkbook(bytes: Uint8Array): ReadTable[] {
  const book = read(bytes, { type: "buffer", cellNF: true });
  return book.SheetNames.flatMap((name) => tablesIn(book.Sheets[name] ?? {}, name));
}

function tablesIn(sheet: WorkSheet, name: string): ReadTable[] {
  const rows: string[][] = utils.sheet_to_json(sheet, { header: 1, raw: false, defval: "", blankrows: true });
  const title = rows[0]?.[0] ?? name;
  const tables: ReadTable[] = [];
  let headings: string[] | null = null;
  let body: string[][] = [];
  const done = () => {
    if (headings !== null) tables.push({ above: [title], rows: rowsUnder(headings, body) });
    [headings, body] = [null, []];
  };
  const isHeading = (row: readonly string[]) =>
    ["状态", "条款", "分组", "单位", "时限", "Status", "Clause", "Group", "Unit", "Deadline"].includes(
      row[0] ?? "",
    ) && row.filter((cell) => cell !== "").length > 4;
  for (const row of rows) {
    if (row.every((cell) => cell === "")) done();
    else if (isHeading(row)) {
      done();
      headings = row;
    } else body.push(row);
  }
  done();
  return tables;
}

export function readCsv(text: string): Map<string, string>[] {
  const [headings = [], ...rows]: string[][] = parse(text, { bom: true });
  return rows.map((row) => new Map(headings.map((heading, at) => [heading, row[at] ?? ""])));
}

/** The raw values of a list: by heading, numbers as numbers and days as they are written. */
export function readList(bytes: Uint8Array, name: string): Map<string, unknown>[] {
  const sheet = read(bytes, { type: "buffer", cellDates: true }).Sheets[name] ?? {};
  const rows: unknown[][] = utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null });
  const at = rows.findIndex((row) => row.filter((cell) => cell !== null).length > 5);
  const headings = (rows[at] ?? []).map(String);
  return rows.slice(at + 1).map((row) => new Map(headings.map((heading, index) => [heading, row[index]])));
}
