import { lettersOf } from "../../src/ingest/address.ts";
import { relsXml, sheetXml, stylesXml, workbook, workbookXml } from "../ingest/workbook.ts";

/** A sheet as drawn: a line a row, cells apart by |. `~` hides a row; 'is a number kept as text. */
export interface Drawn {
  readonly name: string;
  readonly grid: string;
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  /** Columns from 0 that are hidden. */
  readonly hiddenColumns?: readonly number[];
  /** Formatted rows without a value after the last one. */
  readonly phantoms?: number;
}

export function rowsOf(grid: string): { cells: string[]; hidden: boolean }[] {
  const lines = grid
    .replace(/^\n/, "")
    .replace(/\n\s*$/, "")
    .split("\n");
  return lines.map((line) => {
    const trimmed = line.trim();
    const hidden = trimmed.startsWith("~");
    const cells = (hidden ? trimmed.slice(1) : trimmed).split("|");
    return { hidden, cells: cells.map((cell) => cell.replace(/^ | $/g, "").replaceAll("⏎", "\n")) };
  });
}

/** A workbook as a spreadsheet program writes it. */
export function xlsx(sheets: readonly Drawn[]): Buffer {
  const [first, ...others] = sheets.map(worksheet);
  return workbook({
    sheet: first ?? sheetXml(""),
    styles: stylesXml(0, 14, 10),
    workbook: workbookXml(
      sheets
        .map(
          ({ name, hidden }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ""} r:id="s${at + 1}"/>`,
        )
        .join(""),
    ),
    rels: relsXml(
      ["st", "styles", "styles.xml"],
      ...sheets.map(
        (_, at) => [`s${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`] as [string, string, string],
      ),
    ),
    more: others.map((data, at) => ({ name: `xl/worksheets/sheet${at + 2}.xml`, data })),
  });
}

function worksheet({ grid, merges = [], hiddenColumns = [], phantoms = 0 }: Drawn): string {
  const rows = rowsOf(grid);
  const drawn = rows.map(({ cells, hidden }, at) => {
    const row = at + 1;
    const filled = cells.map((text, column) => cell(text, `${lettersOf(column)}${row}`));
    return `<row r="${row}"${hidden ? ' hidden="1"' : ""}>${filled.join("")}</row>`;
  });
  for (let at = 1; at <= phantoms; at += 1) {
    const row = rows.length + at;
    drawn.push(`<row r="${row}"><c r="A${row}" s="1"/><c r="B${row}" t="str"><v> </v></c></row>`);
  }
  const hiding = hiddenColumns.map((column) => `<col min="${column + 1}" max="${column + 1}" hidden="1"/>`);
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join("");
  return sheetXml(drawn.join(""))
    .replace("<sheetData>", `${hiding.length > 0 ? `<cols>${hiding.join("")}</cols>` : ""}<sheetData>`)
    .replace("</sheetData>", `</sheetData>${merged === "" ? "" : `<mergeCells>${merged}</mergeCells>`}`);
}

function cell(text: string, address: string): string {
  if (text === "") return `<c r="${address}" s="0"/>`;
  if (/^-?\d+(\.\d+)?$/.test(text) && text.length < 12) return `<c r="${address}"><v>${text}</v></c>`;
  const share = /^(\d+(?:\.\d+)?)%%$/.exec(text);
  if (share !== null) return `<c r="${address}" s="2"><v>${Number(share[1]) / 100}</v></c>`;
  const plain = text.replace(/^'/, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${plain}</t></is></c>`;
}

/** The first sheet as a CSV file. */
export function csv([sheet]: readonly Drawn[]): string {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rowsOf(sheet?.grid ?? "")
    .map(({ cells }) => `${cells.map((text) => quoted(text.replace(/^'/, ""))).join(",")}\n`)
    .join("");
}
