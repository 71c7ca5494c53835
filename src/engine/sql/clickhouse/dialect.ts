import type { ColumnKind, Dialect, Sql } from "../dialect.ts";
import { dayOf, nth } from "./days.ts";
import { decimal, decimalOf, sumIf } from "./decimals.ts";
import { lookUp } from "./look-up.ts";
import { quoteName, quoteText } from "./quoting.ts";

// What JavaScript takes for a space; RE2's \s knows ASCII only.
const SPACES = "[\\s\\v\\pZ\\x{FEFF}]+";

/** ClickHouse from 18.16 on. */
export const clickhouse: Dialect = {
  name: "clickhouse",
  quoteName,
  quoteText,
  kindOf,
  textOf: (column, kind) => {
    const text = `toString(${column})`;
    if (kind === "flag") return `toString(toUInt8(${column}))`;
    // A date of 0 is how a column without NULL says that there is none.
    if (kind === "date" || kind === "time") return `if(${days(column, kind)} = 0, NULL, ${text})`;
    return `nullIf(${text}, '')`;
  },
  spelling: (text) => `lower(replaceRegexpAll(${text}, ${quoteText(SPACES)}, ''))`,
  matches: (text, pattern) => `match(${text}, ${quoteText(pattern)})`,
  contains: (text, part) => `position(${text}, ${quoteText(part)}) > 0`,
  pick,
  pickSql,
  dayOf,
  nth,
  decimalOf,
  decimal,
  decimalOfInteger: (value) => decimalOf(value, "integer"),
  countIf: (condition) => (condition === null ? "count()" : `countIf(${condition})`),
  sumIf,
  distinctIf: (values, condition) =>
    condition === null
      ? `uniqExact(${values.join(", ")})`
      : `uniqExactIf(${[...values, condition].join(", ")})`,
  nearlyDistinctIf: (values, condition) =>
    condition === null ? `uniq(${values.join(", ")})` : `uniqIf(${[...values, condition].join(", ")})`,
  isTrue: (condition) => `ifNull(${condition}, 0)`,
  // Without GLOBAL each shard would look among its own rows only.
  isIn: (values, query) => `(${values.join(", ")}) GLOBAL IN (${query})`,
  lookUp,
  written: (value) => `toString(${value})`,
};

/** transform() looks a long list up at once; where NULL is one of its arguments, all of it is NULL. */
function pick(
  text: Sql,
  outcomes: readonly (readonly [from: string, to: string | null])[],
  otherwise: Sql,
): Sql {
  const nothing = outcomes.flatMap(([from, to]) => (to === null ? [quoteText(from)] : []));
  const something = outcomes.flatMap(([from, to]) => (to === null ? [] : [[from, to] as const]));
  const found = something.length === 0 ? otherwise : transformed(text, something, otherwise);
  return nothing.length === 0 ? found : `if(ifNull(${text} IN (${nothing.join(", ")}), 0), NULL, ${found})`;
}

/** By the place of the text in a list, since transform() has no outcomes but constants. */
function pickSql(text: Sql, outcomes: readonly (readonly [from: string, to: Sql])[], otherwise: Sql): Sql {
  if (outcomes.length === 0) return otherwise;
  const from = outcomes.map(([each]) => quoteText(each)).join(", ");
  const places = outcomes.map((_, at) => at + 1).join(", ");
  const place = `ifNull(transform(${text}, [${from}], [${places}], 0), 0)`;
  const found = `multiIf(i = 0, ${otherwise}, [${outcomes.map(([, to]) => to).join(", ")}][i])`;
  return `arrayMap(i -> ${found}, [${place}])[1]`;
}

function transformed(text: Sql, outcomes: readonly (readonly [string, string])[], otherwise: Sql): Sql {
  const list = (at: 0 | 1) => outcomes.map((outcome) => quoteText(outcome[at])).join(", ");
  const of = (rest: Sql) => `transform(${text}, [${list(0)}], [${list(1)}], ${rest})`;
  if (otherwise !== "NULL") return `if(isNull(${text}), ${otherwise}, ${of(otherwise)})`;
  let none = "";
  while (outcomes.some(([, to]) => to === none)) none += "?";
  return `nullIf(${of(quoteText(none))}, ${quoteText(none)})`;
}

function days(column: Sql, kind: ColumnKind): Sql {
  return kind === "date" ? `toInt32(${column})` : `toUnixTimestamp(${column})`;
}

const kinds: readonly (readonly [RegExp, ColumnKind])[] = [
  [/^(String|FixedString|Enum|UUID|IPv)/, "text"],
  [/^U?Int\d/, "integer"],
  [/^Decimal/, "decimal"],
  [/^B?Float/, "float"],
  [/^DateTime/, "time"],
  [/^Date/, "date"],
  [/^Bool/, "flag"],
];

function kindOf(type: string): ColumnKind {
  const inner = type.replace(/^(?:LowCardinality\(|Nullable\()+/, "");
  return kinds.find(([pattern]) => pattern.test(inner))?.[1] ?? "other";
}
