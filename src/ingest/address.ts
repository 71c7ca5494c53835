/** The address of a cell: column 0 of row 12 is A12. */
export function addressOf(column: number, row: number): string {
  return `${lettersOf(column)}${row}`;
}

/** The name of a column: 0 is A, 26 is AA. */
export function lettersOf(column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}
