import { expect, test } from "vitest";
import { CellKind } from "../../../src/ingest/reader.ts";
import { kindOfFormat } from "../../../src/ingest/xlsx/number-format.ts";

const { number, date, percent } = CellKind;

test.each([
  [0, number],
  [1, number],
  [9, percent],
  [10, percent],
  [11, number],
  [13, number],
  [14, date],
  [22, date],
  [23, number],
  [27, date],
  [36, date],
  [37, number],
  [44, number],
  [45, date],
  [47, date],
  [48, number],
  [49, number],
  [50, date],
  [58, date],
  [59, number],
])("built-in format %i", (id, kind) => {
  expect(kindOfFormat(id, undefined)).toBe(kind);
});

test.each([
  ["General", number],
  ["0.00_);[Red](0.00)", number],
  ['#,##0.00"元"', number],
  ['0"days"', number],
  ["0\\d", number],
  ["[$-804]0.00", number],
  ["[DBNum1][$-804]General", number],
  ["[Red][>=90]0;[Blue]0", number],
  ['_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', number],
  ["0.00E+00", number],
  ["0年", number],
  ["@", number],
  ["", number],
  ["yyyy-mm-dd", date],
  ["YYYY/M/D h:mm", date],
  ['yyyy"年"m"月"d"日";@', date],
  ["[$-804]yyyy年m月d日", date],
  ["[h]:mm:ss", date],
  ["[ss]", date],
  ["mm:ss.0", date],
  ["[$-F800]dddd\\,\\ mmmm\\ dd", date],
  ["0.00%", percent],
  ["0%;[Red]-0%", percent],
  ['0"%"', number],
  ["0\\%", number],
])("format code %s", (code, kind) => {
  expect(kindOfFormat(14, code)).toBe(kind);
});
