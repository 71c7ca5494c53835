import type { Language } from "../../model/language.ts";
import type { Report, SheetReport } from "../../model/report.ts";
import { counted } from "../figures.ts";
import { exclusionWord } from "../words.ts";

export function sheetTotals({ inputs }: Report): { rows: number; used: number } {
  const sheets = inputs.flatMap((input) => input.sheets);
  return {
    rows: sheets.reduce((sum, { rows }) => sum + rows, 0),
    used: sheets.reduce((sum, { used }) => sum + used, 0),
  };
}

/** rows = used + excluded (by reason) + rejected, with its figures. */
export function rowsText(
  sheet: Pick<SheetReport, "rows" | "used" | "excluded" | "rejected">,
  language: Language,
): string {
  const excluded = Object.entries(sheet.excluded).filter(([, count]) => count > 0);
  const sum = excluded.reduce((total, [, count]) => total + count, 0);
  const reasons = excluded.map(([reason, count]) => `${exclusionWord(reason, language)} ${counted(count)}`);
  const [rows, used, out, rejected] = [sheet.rows, sheet.used, sum, sheet.rejected].map(counted);
  if (language === "zh") {
    const why = reasons.length > 0 ? `（${reasons.join("、")}）` : "";
    return `${rows} 行 = 采用 ${used} + 排除 ${out}${why} + 拒收 ${rejected}`;
  }
  const why = reasons.length > 0 ? ` (${reasons.join(", ")})` : "";
  return `${rows} rows = used ${used} + excluded ${out}${why} + rejected ${rejected}`;
}
