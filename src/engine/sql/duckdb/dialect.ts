import type { ColumnKind, Dialect, Join, Sql } from "../dialect.ts";

/** DuckDB 1.x: standard quoting (a backslash is itself), decimals of 38 digits, RE2. */
export const duckdb: Dialect = {
  name: "duckdb",
  quoteName: (name) => `"${name.replaceAll("\u0000", "").replaceAll('"', '""')}"`,
  quoteText,
  kindOf,

  textOf: (column, kind) => textOf[kind](column),
  spelling: (text) => `lower(regexp_replace(${text}, '\\s+', '', 'g'))`,
  matches: (text, pattern) => `regexp_matches(${text}, ${quoteText(pattern)})`,
  contains: (text, part) => `contains(${text}, ${quoteText(part)})`,
  pick: (text, outcomes, otherwise) =>
    pickSql(
      text,
      outcomes.map(([from, to]) => [from, to === null ? "NULL" : quoteText(to)]),
      otherwise,
    ),
  pickSql,

  dayOf: (column, kind, timezone) => {
    if (kind === "date") return days(`CAST(${column} AS DATE)`);
    if (kind === "time") return days(`CAST(${column} AT TIME ZONE ${quoteText(timezone)} AS DATE)`);
    return dayOfText(textOf[kind](column));
  },
  nth: (list, index) => `([${list.map((day) => day ?? "NULL").join(", ")}])[${index}]`,

  decimalOf: (column, kind) =>
    kind === "integer" || kind === "flag" ? asDecimal(column) : decimalOfText(textOf[kind](column)),
  decimal: (written) => asDecimal(`'${written.replace(/[^0-9.-]/g, "")}'`),
  decimalOfInteger: asDecimal,

  countIf: (condition) => (condition === null ? "count(*)" : `count(CASE WHEN ${condition} THEN 1 END)`),
  sumIf: (value, condition) => `CAST(sum(${within(value, condition)}) AS VARCHAR)`,
  distinctIf: (values, condition) => `count(DISTINCT ${within(together(values), condition)})`,
  nearlyDistinctIf: (values, condition) => `approx_count_distinct(${within(together(values), condition)})`,

  isTrue: (condition) => `coalesce(${condition}, false)`,
  isIn: (values, query) => `${values.length === 1 ? values[0] : `(${values.join(", ")})`} IN (\n${query}\n)`,
  lookUp: (source, joins) =>
    [source, ...joins.map(({ on, query, key }: Join) => `LEFT JOIN (\n${query}\n) ON ${on} = ${key}`)].join(
      "\n",
    ),
  written: (value) => `CAST(${value} AS VARCHAR)`,
};

function quoteText(text: string): Sql {
  // No literal of DuckDB holds a NUL.
  const parts = text.split("\u0000").map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? (parts[0] ?? "''") : `(${parts.join(" || chr(0) || ")})`;
}

function pickSql(text: Sql, outcomes: readonly (readonly [string, Sql])[], otherwise: Sql): Sql {
  if (outcomes.length === 0) return otherwise;
  const cases = outcomes.map(([from, to]) => `WHEN ${quoteText(from)} THEN ${to}`);
  return `CASE ${text} ${cases.join(" ")} ELSE ${otherwise} END`;
}

const kinds: readonly (readonly [RegExp, ColumnKind])[] = [
  [/^(VARCHAR|CHAR|TEXT|STRING|UUID|ENUM)/, "text"],
  [/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$|^UHUGEINT$/, "integer"],
  [/^DECIMAL/, "decimal"],
  [/^(FLOAT|DOUBLE|REAL)/, "float"],
  // Without a zone a timestamp says the day as it stands.
  [/^(DATE|TIMESTAMP(_\w+)?)$/, "date"],
  [/^TIMESTAMP WITH TIME ZONE$/, "time"],
  [/^BOOLEAN$/, "flag"],
];

function kindOf(type: string): ColumnKind {
  if (type.endsWith("[]")) return "other";
  return kinds.find(([pattern]) => pattern.test(type.toUpperCase()))?.[1] ?? "other";
}

const asText = (column: Sql) => `CAST(${column} AS VARCHAR)`;

const textOf = {
  text: (column) => `nullif(${column}, '')`,
  integer: asText,
  // 3.50 and 3.5 are one number.
  decimal: asText,
  float: asText,
  date: asText,
  time: asText,
  flag: (column) => `CAST(CAST(${column} AS INTEGER) AS VARCHAR)`,
  other: (column) => `nullif(${asText(column)}, '')`,
} satisfies Record<ColumnKind, (column: Sql) => Sql>;

function together(values: readonly Sql[]): Sql {
  const [only, second] = values;
  return only !== undefined && second === undefined ? only : `row(${values.join(", ")})`;
}

function within(value: Sql, condition: Sql | null): Sql {
  return condition === null ? value : `CASE WHEN ${condition} THEN ${value} END`;
}

function days(date: Sql): Sql {
  return `datediff('day', DATE '1970-01-01', ${date})`;
}

const CLOCK = "([ T]+([01]?[0-9]|2[0-4]):[0-5]?[0-9](:[0-5]?[0-9]([.][0-9]+)?)?)?";
const SEPARATED = `^(19|2[0-9])[0-9]{2}([-/.])[0-9]{1,2}[-/.][0-9]{1,2}${CLOCK}$`;
const COMPACT = "^(19|2[0-9])[0-9]{6}(([01][0-9]|2[0-4])[0-5][0-9]([0-5][0-9])?)?$";

function dayOfText(text: Sql): Sql {
  const date = `replace(replace(regexp_extract(${text}, '^[0-9]+[-/.][0-9]+[-/.][0-9]+'), '/', '-'), '.', '-')`;
  const compact = `substr(${text}, 1, 4) || '-' || substr(${text}, 5, 2) || '-' || substr(${text}, 7, 2)`;
  return [
    `CASE WHEN regexp_matches(${text}, '${SEPARATED}') THEN ${days(`TRY_CAST(${date} AS DATE)`)}`,
    `WHEN regexp_matches(${text}, '${COMPACT}') THEN ${days(`TRY_CAST(${compact} AS DATE)`)} END`,
  ].join(" ");
}

function asDecimal(value: Sql): Sql {
  return `CAST(${value} AS DECIMAL(38, 10))`;
}

const DECIMAL = "^[-+]?([0-9]{1,28}([.][0-9]{1,10})?|[.][0-9]{1,10})$";

function decimalOfText(text: Sql): Sql {
  return `CASE WHEN regexp_matches(${text}, '${DECIMAL}') THEN ${asDecimal(text)} END`;
}
