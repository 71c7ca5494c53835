import { isBlankText } from "../blank-text.ts";
import { CellKind } from "../reader.ts";
import { unescapeExcel } from "./markup-text.ts";

/** Values of a cell's attribute t, by their first letter; `str` becomes a capital S. */
export const CellType = {
  number: 0x6e,
  shared: 0x73,
  string: 0x53,
  boolean: 0x62,
  error: 0x65,
  date: 0x64,
  inline: 0x69,
} as const;

/** A cell while its markup is read; one object serves all cells of a scan. */
export class StoredCell {
  column = -1;
  style = 0;
  type: number = CellType.number;
  hasFormula = false;
  hasValue = false;
  hasInline = false;
  value = "";
  inline = "";
  /** Of a shared string, read digit by digit; -1 before the first digit. */
  index = -1;

  begin(): void {
    this.column++;
    this.style = 0;
    this.type = CellType.number;
    this.hasFormula = false;
    this.hasValue = false;
    this.hasInline = false;
    this.value = "";
    this.inline = "";
    this.index = -1;
  }

  /** A formula that was never calculated. */
  get isHollow(): boolean {
    return this.hasFormula && !this.hasValue && !this.hasInline;
  }

  /** Text of an inline string or a formula; writers disagree about which element holds it. */
  get plainText(): string {
    const inline = this.hasInline && (this.type === CellType.inline || !this.hasValue);
    const text = unescapeExcel(inline ? this.inline : this.value);
    return isBlankText(text) ? "" : text;
  }

  get trimmed(): string {
    const { value } = this;
    const first = value.charCodeAt(0);
    return first >= 0x30 && first <= 0x39 ? value : value.trim();
  }

  get flag(): string {
    const value = this.trimmed;
    if (value === "") return "";
    return value === "1" || value === "true" ? "1" : "0";
  }
}

/** What a cell without a type holds: nearly always a number, but some writers put text there. */
export function kindOfNumber(text: string, style: number, styles: ArrayLike<number>): number {
  const first = text.charCodeAt(0);
  const numeric = (first >= 0x30 && first <= 0x39) || /^[-+.]?[0-9]/.test(text);
  return numeric ? (styles[style] ?? CellKind.number) : CellKind.text;
}
