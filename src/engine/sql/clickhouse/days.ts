import type { ColumnKind, Sql } from "../dialect.ts";
import { quoteText } from "./quoting.ts";

const CLOCK = "(?:[01]?[0-9]|2[0-4]):[0-5]?[0-9](?::(?:[0-5]?[0-9]|60)(?:[.][0-9]+)?)?";
const DATE = "[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}";
const COMPACT = "[0-9]{8}(?:(?:[01][0-9]|2[0-4])[0-5][0-9](?:(?:[0-5][0-9]|60)[0-9]{0,3})?)?";
const PATTERN = `^(?:${DATE}(?:[ T]+${CLOCK})?|${COMPACT}|[0-9]{8}[ T]+${CLOCK})$`;

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
  const known = `ifNull(match(${text}, ${quoteText(PATTERN)}), 0)`;
  const digits = `extractAll(if(${known}, assumeNotNull(${text}), '00000000'), '[0-9]+')`;
  const parts = [
    "toInt32OrZero(substring(p[1], 1, 4))",
    "toInt32OrZero(if(length(p[1]) > 4, substring(p[1], 5, 2), p[2]))",
    "toInt32OrZero(if(length(p[1]) > 4, substring(p[1], 7, 2), p[3]))",
  ];
  const ofParts = `arrayMap(p -> [${parts.join(", ")}], [${digits}])`;
  const leap = "(d[1] % 4 = 0 AND d[1] % 100 != 0 OR d[1] % 400 = 0)";
  const last = `[31, 28 + ${leap}, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][d[2]]`;
  const exists = `d[1] BETWEEN 1900 AND 2999 AND d[2] BETWEEN 1 AND 12 AND d[3] >= 1 AND d[3] <= ${last}`;
  const year = "(d[1] - (d[2] <= 2))";
  const before = `${year} * 365 + intDiv(${year}, 4) - intDiv(${year}, 100) + intDiv(${year}, 400)`;
  const inYear = "intDiv(153 * ((d[2] + 9) % 12) + 2, 5) + d[3] - 1";
  const day = `arrayMap(d -> if(${exists}, toInt32(${before} + ${inYear} - 719468), toInt32(${NONE})), ${ofParts})[1]`;
  return `nullIf(${day}, toInt32(${NONE}))`;
}

/** The n-th day of a list: an index that is 0, negative or too large would otherwise find something. */
export function nth(days: readonly (number | null)[], index: Sql): Sql {
  if (days.length === 0) return "CAST(NULL AS Nullable(Int32))";
  const list = `[${days.map((day) => day ?? NONE).join(",")}]`;
  const inside = `ifNull(${index} >= 1 AND ${index} <= ${days.length}, 0)`;
  const at = `if(${inside}, toInt32(assumeNotNull(${index})), 1)`;
  return `nullIf(if(${inside}, toInt32(arrayElement(${list}, ${at})), toInt32(${NONE})), toInt32(${NONE}))`;
}
