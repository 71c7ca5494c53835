/** A workbook with more sheets is slow to open, and nobody looks for a sheet among them. */
export const MOST_UNIT_SHEETS = 120;

/** Of one list: what spreadsheets open, and we write, without a wait. 60 units × 40 indicators are 2,440. */
export const MOST_ROWS = 10_000;
