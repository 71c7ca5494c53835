const SERIAL_OF_1970 = 25_569;
const DAY = 86_400_000;

export interface XmlCell {
  readonly value: string | number;
  /** Number of its style in the workbook. */
  readonly style: number;
}

/**
 * A row of a sheet, written out: objects for every cell of a long ledger take four times the memory and time.
 * Text is text whatever it begins with.
 */
export function rowXml(row: number, height: number, cells: readonly XmlCell[]): string {
  let xml = `<row r="${row}" ht="${height}" customHeight="1">`;
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (cell !== undefined) xml += cellXml(`${letterOf(at + 1)}${row}`, cell);
  }
  return `${xml}</row>`;
}

function cellXml(address: string, { value, style }: XmlCell): string {
  if (value === "") return `<c r="${address}" s="${style}"/>`;
  if (typeof value === "number") return `<c r="${address}" s="${style}"><v>${value}</v></c>`;
  const space = /^\s|\s$|\n/.test(value) ? ' xml:space="preserve"' : "";
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t${space}>${escaped(value)}</t></is></c>`;
}

function escaped(text: string): string {
  return /[&<>]/.test(text)
    ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    : text;
}

/** The number by which spreadsheets know a day. */
export function serialOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY + SERIAL_OF_1970;
}

/** Whether text is a day that spreadsheets know. */
export function isDay(text: string): boolean {
  return /^(?:19|2\d)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

const letters: string[] = [];

export function letterOf(column: number): string {
  const known = letters[column];
  if (known !== undefined) return known;
  const rest = Math.floor((column - 1) / 26);
  const letter = (rest === 0 ? "" : letterOf(rest)) + String.fromCharCode(65 + ((column - 1) % 26));
  letters[column] = letter;
  return letter;
}
