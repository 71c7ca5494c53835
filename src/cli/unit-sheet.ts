import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { Readable } from "node:stream";
import { addressOf } from "../ingest/address.ts";
import { headingKey } from "../ingest/heading-key.ts";
import type { Input } from "../ingest/inputs.ts";
import { openInput } from "../ingest/open.ts";
import { defaultLimits, type RawRow, type SheetSource } from "../ingest/reader.ts";
import { isSpreadsheetName } from "../ingest/spreadsheet-names.ts";
import { textsOf } from "../ingest/text-row.ts";
import { clean } from "../model/reading/text.ts";
import { isExample } from "../model/template.ts";
import type { ListedUnit, UnitList } from "../plan/unit-list.ts";
import { fail } from "../problem.ts";

type Column = "name" | "aliases" | "full" | "group" | "parent";

const headings: Readonly<Record<Column, readonly string[]>> = {
  name: ["单位", "名称", "单位名称", "部门", "部门名称", "责任单位", "name", "unit"],
  aliases: ["别名", "简称", "曾用名", "其他写法", "aliases", "alias"],
  full: ["全称", "单位全称", "full"],
  group: ["分组", "组别", "单位分组", "group"],
  parent: ["上级", "上级单位", "主管单位", "parent"],
};

const HEAD_ROWS = 30;
const SEPARATORS = /[、,;，；\n]+/;

export function isUnitSheet(path: string): boolean {
  return isSpreadsheetName(path.replaceAll("\\", "/").split("/").at(-1) ?? path);
}

/** Reads a spreadsheet of units: a column of names, and if there are any of aliases, full names, groups, parents. */
export async function readUnitSheet(input: Input): Promise<UnitList> {
  const { display: file } = input;
  if (!existsSync(input.path)) fail("R024", { file }, { file });
  const { files } = await openInput(input, Readable.from([]), defaultLimits);
  try {
    const members: ListedUnit[] = [];
    let found = false;
    for (const source of files) {
      for (const sheet of source.sheets) {
        const read = new UnitSheet(source.file, sheet.name);
        await sheet.scan((row) => read.take(row));
        found ||= read.found;
        members.push(...read.members);
      }
    }
    if (!found) fail("R026", { file }, { known: "单位（名称）、别名、全称、分组、上级" });
    const sha256 = createHash("sha256")
      .update(files.map((source) => source.sha256).join())
      .digest("hex");
    return { file, sha256, members };
  } finally {
    await Promise.all(files.map((source) => source.close()));
  }
}

class UnitSheet {
  readonly members: ListedUnit[] = [];
  private columns: ReadonlyMap<Column, number> | null = null;
  private seen = 0;
  private readonly file: string;
  private readonly sheet: SheetSource["name"];

  constructor(file: string, sheet: string) {
    this.file = file;
    this.sheet = sheet;
  }

  get found(): boolean {
    return this.columns !== null;
  }

  take(row: RawRow): boolean {
    const cells = textsOf(row).map(clean);
    if (this.columns !== null) this.add(cells, row.number, this.columns);
    else {
      this.seen += 1;
      const columns = columnsOf(cells);
      if (columns.has("name")) this.columns = columns;
      else if (this.seen >= HEAD_ROWS) return false;
    }
    return true;
  }

  private add(cells: readonly string[], row: number, columns: ReadonlyMap<Column, number>): void {
    const at = (column: Column) => cells[columns.get(column) ?? -1] ?? "";
    const first = cells.find((cell) => cell !== "") ?? "";
    if (isExample(first) || isRemark(first) || columnsOf(cells).has("name")) return;
    const known = [...columns.keys()].filter((column) => at(column) !== "");
    if (known.length === 0) return;
    const placeOf = (column: string) => ({
      file: this.file,
      sheet: this.sheet,
      cell: addressOf(columns.get(column as Column) ?? columns.get("name") ?? 0, row),
    });
    this.members.push({
      name: at("name"),
      aliases: listOf(at("aliases")),
      full: at("full"),
      groups: listOf(at("group")),
      parent: at("parent"),
      placeOf,
    });
  }
}

function columnsOf(cells: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [column, names] of Object.entries(headings) as [Column, readonly string[]][]) {
    // Of 单位 and 名称 side by side the first listed is meant.
    const at = names
      .map((name) => cells.findIndex((cell) => headingKey(cell) === name))
      .find((index) => index >= 0);
    if (at !== undefined) columns.set(column, at);
  }
  return columns;
}

function isRemark(text: string): boolean {
  return /^(?:(?:注|备注|说明|数据来源)[:：]|(?:合计|总计|共计)(?:[:：\d]|$))/.test(text);
}

function listOf(text: string): string[] {
  return text
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== "—" && part !== "-" && part !== "/");
}
