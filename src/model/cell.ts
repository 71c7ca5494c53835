/** How a cell was stored; what it means is decided later, by the field that its column holds. */
export const CellKind = {
  blank: 0,
  text: 1,
  /** A number without a date or percent format; `text` is the stored decimal, unrounded. */
  number: 2,
  /** A number under a date format: an Excel serial in the sheet's date system. */
  date: 3,
  /** A number under a percent format: `text` 0.985 is shown as 98.5 %. */
  percent: 4,
  /** `text` is "1" or "0". */
  boolean: 5,
  /** `text` is the error as shown: #N/A, #REF!, #DIV/0!. */
  error: 6,
} as const;
export type CellKind = (typeof CellKind)[keyof typeof CellKind];
