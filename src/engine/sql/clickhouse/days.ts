import type { ColumnKind, Sql } from "../dialect.ts";
import { quoteText } from "./quoting.ts";

// 20221025093000 is looked at as 2022-10-25, this mark, 093000.
const MARK = "|";
const COMPACT = "^([0-9]{4})([0-9]{2})([0-9]{2})";
const DATE = "[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}";
const CLOCK = "[ T]+(?:[01]?[0-9]|2[0-4]):[0-5]?[0-9](?::(?:[0-5]?[0-9]|60)(?:[.][0-9]+)?)?";
const DIGITS = "(?:[01][0-9]|2[0-4])[0-5][0-9](?:(?:[0-5][0-9]|60)[0-9]{0,3})?";
const PATTERN = `^${DATE}(?:[${MARK}](?:${DIGITS})?)?(?:${CLOCK})?$`;

// No day that is asked about; stands for none inside of arrays, which hold no NULL.
const NONE = -1_000_000;

/**
 * Days since 1970-01-01; ClickHouse's own dates end in 2105, and make 2 March of 30 February. A date of 0
 * is how a column without NULL says that there is none.
 */
export function dayOf(column: Sql, kind: ColumnKind, timezone: string): Sql {
  switch (kind) {
    case "date":
      return `nullIf(toInt32(${column}), 0)`;
    case "time":
      return `nullIf(toInt32(toDate(${column}, ${quoteText(timezone)})), 0)`;
    case "text":
    case "integer":
      return ofText(`toString(${column})`);
    default:
      return "CAST(NULL AS Nullable(Int32))";
  }
}

/** @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil (2022-10-25 is 19290) */
function ofText(text: Sql): Sql {
  const marked = `replaceRegexpOne(ifNull(${text}, ''), '${COMPACT}', '\\\\1-\\\\2-\\\\3${MARK}')`;
  const parts = `extractAll(if(match(t, ${quoteText(PATTERN)}), t, ''), '[0-9]+')`;
  const numbers = `arrayMap(t -> arrayMap(p -> toInt32OrZero(p), ${parts}), [${marked}])`;
  const last =
    "[31, 28 + (d[1] % 4 = 0 AND d[1] % 100 != 0 OR d[1] % 400 = 0), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]";
  const exists = `d[1] BETWEEN 1900 AND 2999 AND d[2] BETWEEN 1 AND 12 AND d[3] BETWEEN 1 AND ${last}[d[2]]`;
  // A year from March to February, so that a leap day is its last.
  const year = "(d[1] - (d[2] < 3))";
  const before = `${year} * 365 + intDiv(${year}, 4) - intDiv(${year}, 100) + intDiv(${year}, 400)`;
  const day = `${before} + intDiv(153 * ((d[2] + 9) % 12) + 2, 5) + d[3] - 719469`;
  return `nullIf(arrayMap(d -> toInt32(if(${exists}, ${day}, ${NONE})), ${numbers})[1], ${NONE})`;
}

/** The n-th day of a list: an index that is 0, negative or too large would otherwise find something. */
export function nth(days: readonly (number | null)[], index: Sql): Sql {
  if (days.length === 0) return "CAST(NULL AS Nullable(Int32))";
  const list = `[${days.map((day) => day ?? NONE).join(",")}]`;
  const found = `if(i BETWEEN 1 AND ${days.length}, ${list}[i], ${NONE})`;
  return `nullIf(arrayMap(i -> toInt32(${found}), [toInt32(ifNull(${index}, 0))])[1], ${NONE})`;
}
