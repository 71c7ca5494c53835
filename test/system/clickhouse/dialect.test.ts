import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectionOf } from "../../../src/engine/sql/clickhouse/connection.ts";
import { openClickhouse } from "../../../src/engine/sql/clickhouse/database.ts";
import { clickhouse as dialect } from "../../../src/engine/sql/clickhouse/dialect.ts";
import type { Database } from "../../../src/engine/sql/database.ts";
import { dayOf, formatDay } from "../../../src/model/day.ts";
import { type Cluster, needsClickhouse, startCluster } from "./cluster.ts";

const program = needsClickhouse();
const zone = "Asia/Shanghai";

/** Text as a row has it, since constants are folded by other code. */
const cell = (text: string | null) =>
  `(SELECT arrayJoin([CAST(${text === null ? "NULL" : dialect.quoteText(text)} AS Nullable(String))]) AS x)`;

describe.skipIf(program === null)("ClickHouse's SQL on ClickHouse 18.16", () => {
  let cluster: Cluster;
  let database: Database;
  beforeAll(async () => {
    cluster = await startCluster(program ?? "");
    database = await openClickhouse(connectionOf(cluster.connection, cluster.env()));
  });
  afterAll(async () => {
    await database?.close();
    await cluster?.close();
  });

  const ask = (sql: string) => database.ask({ sql, dataset: "试", purpose: "rows" });
  const one = async (expression: string, from = "system.one") =>
    (await ask(`SELECT ${expression} FROM ${from}`))[0]?.[0];

  const hostile = [
    "it's",
    "\\",
    "\\'",
    "a\\'; DROP TABLE x; --",
    '"',
    "`",
    "\\`",
    "\n\t\r",
    "\u0000",
    "\\0",
    "\\x41",
    "\\n",
    "'' OR 1=1 --",
    "/* */",
    "{x:String}",
    "%s ?",
    "甲局\u3000",
    "\ud83d\ude00",
    "",
  ];
  test.each(hostile)("text comes back as it was: %j", async (text) => {
    expect(await one(`toString(${dialect.quoteText(text)})`)).toBe(text);
    const from = `(SELECT ${dialect.quoteText(text)} AS x)`;
    expect(await one(`toString(x = ${dialect.quoteText(text)})`, from)).toBe("1");
  });

  test.each(hostile.filter((name) => name !== "" && name !== "\u0000"))(
    "as does a name: %j",
    async (name) => {
      const quoted = dialect.quoteName(name);
      expect(await one(`${quoted} + 1`, `(SELECT 41 AS ${quoted})`)).toBe("42");
    },
  );

  const dates: [text: string | null, day: [number, number, number] | null][] = [
    ["2022-10-25", [2022, 10, 25]],
    ["2022/1/5", [2022, 1, 5]],
    ["2022.1.5", [2022, 1, 5]],
    ["20221025", [2022, 10, 25]],
    ["20221025093000", [2022, 10, 25]],
    ["20221025093000123", [2022, 10, 25]],
    ["202210250930", [2022, 10, 25]],
    ["20221025 09:30", [2022, 10, 25]],
    ["2022-10-25 09:30:00", [2022, 10, 25]],
    ["2022-10-25T23:59:59.999", [2022, 10, 25]],
    ["2022-10-25 24:00", [2022, 10, 25]],
    ["2022/10/25  9:5", [2022, 10, 25]],
    ["1900-01-01", [1900, 1, 1]],
    ["1969-12-31", [1969, 12, 31]],
    ["2000-02-29", [2000, 2, 29]],
    ["2024-02-29", [2024, 2, 29]],
    ["2106-12-31", [2106, 12, 31]],
    ["2999-12-31", [2999, 12, 31]],
    ["2022-02-29", null],
    ["2100-02-29", null],
    ["2022-02-30", null],
    ["2022-13-01", null],
    ["2022-00-10", null],
    ["2022-10-00", null],
    ["1899-12-31", null],
    ["3000-01-01", null],
    ["2022-10/25", null],
    ["2022-10-25 25:00", null],
    ["2022-10-25 09:61", null],
    ["2022-10-25 x", null],
    ["x2022-10-25", null],
    ["2022年10月25日", null],
    ["2022-10", null],
    ["20221301", null],
    ["202210251", null],
    ["", null],
    [null, null],
  ];
  test.each(dates)("the day of %j", async (text, day) => {
    const expected = day === null ? null : String(dayOf(...day));
    expect(await one(dialect.dayOf("x", "text", zone), cell(text))).toBe(expected);
  });

  test("days go on over four centuries as the calendar's do", async () => {
    const first = dayOf(1900, 1, 1) ?? 0;
    const days = Array.from({ length: 4_000 }, (_, step) => first + step * 100);
    const texts = days.map((day) => dialect.quoteText(formatDay(day))).join(",");
    const rows = await ask(
      `SELECT ${dialect.dayOf("x", "text", zone)} FROM (SELECT arrayJoin([${texts}]) AS x)`,
    );
    expect(rows.map(([day]) => Number(day))).toEqual(days);
  });

  const moments: [sql: string, kind: "date" | "time" | "integer", expected: string | null][] = [
    ["toDate('2022-10-25')", "date", "19290"],
    ["toDateTime('2022-10-24 16:30:00', 'UTC')", "time", "19290"],
    ["toDateTime('2022-10-24 15:59:59', 'UTC')", "time", "19289"],
    ["toNullable(toDateTime('2022-10-24 16:30:00', 'America/New_York'))", "time", "19290"],
    ["CAST(NULL AS Nullable(DateTime))", "time", null],
    ["CAST(NULL AS Nullable(Date))", "date", null],
    ["toDate(0)", "date", null],
    ["toUInt32(20221025)", "integer", "19290"],
    ["toUInt32(7)", "integer", null],
  ];
  test.each(moments)("the day of %s (%s)", async (sql, kind, expected) => {
    expect(await one(dialect.dayOf("x", kind, zone), `(SELECT ${sql} AS x)`)).toBe(expected);
  });

  const numbers: [text: string | null, expected: string | null][] = [
    ["12", "12.0000000000"],
    ["-3.50", "-3.5000000000"],
    [".5", "0.5000000000"],
    ["+7", "7.0000000000"],
    ["007", "7.0000000000"],
    ["0.0000000001", "0.0000000001"],
    ["12345678901234567.89", "12345678901234567.8900000000"],
    ["1.23456789012", null],
    ["12345678901234567890123456789", null],
    ["5.", null],
    ["1e3", null],
    ["1,234", null],
    ["abc", null],
    ["-", null],
    ["", null],
    [" 1", null],
    ["１２", null],
    [null, null],
  ];
  test.each(numbers)("the number %j", async (text, expected) => {
    expect(await one(`toString(${dialect.decimalOf("x", "text")})`, cell(text))).toBe(expected);
  });

  test("numbers of columns keep every digit, and are nothing where they do not fit", async () => {
    const of = (sql: string, kind: "integer" | "decimal" | "flag") =>
      one(`toString(${dialect.decimalOf("x", kind)})`, `(SELECT ${sql} AS x)`);
    expect(await of("toUInt64(18446744073709551615)", "integer")).toBe("18446744073709551615.0000000000");
    expect(await of("toNullable(toInt64(-9223372036854775808))", "integer")).toBe(
      "-9223372036854775808.0000000000",
    );
    expect(await of("CAST(NULL AS Nullable(Int64))", "integer")).toBe(null);
    expect(await of("toDecimal64('1.05', 2)", "decimal")).toBe("1.0500000000");
    expect(await of("toDecimal64('1.500000000000', 12)", "decimal")).toBe("1.5000000000");
    expect(await of("toDecimal64('1.500000000001', 12)", "decimal")).toBe(null);
    expect(await of("toUInt8(1)", "flag")).toBe("1.0000000000");
  });

  const sums: [values: (string | null)[], expected: RegExp][] = [
    [["1", "2", "3"], /^6(\.0+)?$/],
    [["0.1", "0.2"], /^0\.30*$/],
    [["3", "-0.25"], /^2\.750*$/],
    [["-3", "0.25"], /^-2\.750*$/],
    [["-0.25"], /^-0\.250*$/],
    [["0.5", "0.5"], /^1(\.0+)?$/],
    [["-0.5", "-0.5"], /^-1(\.0+)?$/],
    [["1.5", "-1.5"], /^0(\.0+)?$/],
    [["-1", "0.9999999999"], /^-0\.0000000001$/],
    [["30729.10", "0.40"], /^30729\.50*$/],
    [["9223372036854775807", "9223372036854775807", "9223372036854775807"], /^27670116110564327421(\.0+)?$/],
    [["9999999999999999999999999999.9999999999", "0.0000000001"], /^10000000000000000000000000000(\.0+)?$/],
    [
      ["9999999999999999999999999999", "9999999999999999999999999999"],
      /^19999999999999999999999999998(\.0+)?$/,
    ],
    [["-9999999999999999999999999999", "-1000000000000000000"], /^-10000000000999999999999999999(\.0+)?$/],
    [["1000000000000000000000", "5"], /^1000000000000000000005(\.0+)?$/],
    [["1000000000000000000", "-1"], /^999999999999999999(\.0+)?$/],
    [[null, "2", null], /^2(\.0+)?$/],
    [[null], /^0(\.0+)?$/],
  ];
  test.each(sums)("the sum of %j", async (values, expected) => {
    const texts = values.map((value) => (value === null ? "NULL" : dialect.quoteText(value))).join(", ");
    const from = `(SELECT CAST(arrayJoin([${texts}]) AS Nullable(String)) AS x)`;
    const number = dialect.decimalOf("x", "text");
    expect(await one(dialect.sumIf(number, null), from)).toMatch(expected);
    expect(await one(dialect.sumIf(number, "1 = 1"), from)).toMatch(expected);
    expect(await one(dialect.sumIf(number, "1 = 0"), from)).toMatch(/^0(\.0+)?$/);
  });

  test("a hundred million rows of what a UInt64 holds are added up exactly", async () => {
    const all = "toDecimal128('1844674407370955161500000000', 10)";
    expect(await one(dialect.sumIf("x", null), `(SELECT toNullable(${all}) AS x)`)).toMatch(
      /^1844674407370955161500000000(\.0+)?$/,
    );
  });

  const outcomes: [string, string | null][] = [
    ["甲", "A"],
    ["it's", "B"],
    ["\\", null],
  ];
  test.each([
    ["甲", "A", "1"],
    ["it's", "B", "2"],
    ["\\", null, null],
    ["乙", "else", "0"],
    [null, "else", "0"],
  ])("what stands for %j", async (text, picked, number) => {
    const otherwise = dialect.quoteText("else");
    expect(await one(dialect.pick("x", outcomes, otherwise), cell(text))).toBe(picked);
    const pieces = [
      ["甲", "toNullable(1)"] as const,
      ["it's", "toNullable(2)"] as const,
      ["\\", "NULL"] as const,
    ];
    expect(await one(`toString(${dialect.pickSql("x", pieces, "toNullable(0)")})`, cell(text))).toBe(number);
    expect(await one(dialect.pick("x", [], otherwise), cell(text))).toBe("else");
    const alone = picked === "else" ? null : picked;
    expect(await one(dialect.pick("x", outcomes, "NULL"), cell(text))).toBe(alone);
    expect(await one(`toString(${dialect.pickSql("x", [], "toNullable(0)")})`, cell(text))).toBe("0");
  });

  test("decimals and days stand for cells, and the others are read as they are", async () => {
    const decimals = [
      ["甲", dialect.decimal("5")],
      ["乙", dialect.decimal("-7.25")],
    ] as const;
    const days = [
      ["昨天", "19289"],
      ["史前", "-5"],
    ] as const;
    const plain = dialect.decimalOf("x", "text");
    const of = async (text: string | null) => {
      const rows = await ask(
        `SELECT toString(${dialect.pickSql("x", decimals, "NULL")}), toString(${dialect.pickSql("x", decimals, plain)}),
         toString(${dialect.pickSql("x", days, dialect.dayOf("x", "text", zone))}), ${dialect.sumIf(dialect.pickSql("x", decimals, plain), "1 = 1")}
         FROM ${cell(text)} GROUP BY x`,
      );
      return rows[0];
    };
    expect(await of("甲")).toEqual(["5.0000000000", "5.0000000000", null, "5.0000000000"]);
    expect(await of("乙")).toEqual(["-7.2500000000", "-7.2500000000", null, "-7.2500000000"]);
    expect(await of("3.5")).toEqual([null, "3.5000000000", null, "3.5000000000"]);
    expect(await of("昨天")).toEqual([null, null, "19289", "0.0000000000"]);
    expect(await of("史前")).toEqual([null, null, "-5", "0.0000000000"]);
    expect(await of("2022-10-25")).toEqual([null, null, "19290", "0.0000000000"]);
    expect(await of(null)).toEqual([null, null, null, "0.0000000000"]);
  });

  test("thousands of outcomes are one statement", async () => {
    const many = Array.from({ length: 20_000 }, (_, n): [string, string] => [`单位${n}`, `规范名${n}`]);
    expect(await one(dialect.pick("x", many, "x"), cell("单位19999"))).toBe("规范名19999");
  });

  test("spaces of every width go away, and only ASCII is in lower case", async () => {
    expect(await one(dialect.spelling("x"), cell("\u3000Ab\u00a0 c\t甲\ufeff局\u2003"))).toBe("abc甲局");
  });

  test.each([
    ["甲局", "^.局$", "1"],
    ["甲局乙", "^.局$", "0"],
    ["2022-10", "^[0-9]{4}-[0-9]+$", "1"],
    ["a'b\\", "^a'b\\\\$", "1"],
  ])("%j fits %s: %s", async (text, pattern, expected) => {
    expect(await one(`toString(${dialect.isTrue(dialect.matches("x", pattern))})`, cell(text))).toBe(
      expected,
    );
  });

  test("part of a text", async () => {
    const has = (text: string | null, part: string) =>
      one(`toString(${dialect.isTrue(dialect.contains("x", part))})`, cell(text));
    expect([
      await has("市公安局", "公安"),
      await has("a%b", "%"),
      await has("ab", "%"),
      await has(null, "a"),
    ]).toEqual(["1", "1", "0", "0"]);
  });

  test("the n-th of a list of days, and nothing outside of it", async () => {
    const days = [19000, null, 19002, -5];
    const indexes = ["1", "2", "3", "4", "5", "0", "-1", "NULL"];
    const rows = await ask(
      `SELECT ${dialect.written(dialect.nth(days, "x"))} FROM
       (SELECT CAST(arrayJoin([${indexes
         .map((index) => `'${index}'`)
         .join(", ")
         .replace("'NULL'", "NULL")}]) AS Nullable(Int32)) AS x)`,
    );
    expect(rows.map(([day]) => day)).toEqual(["19000", null, "19002", "-5", null, null, null, null]);
    expect(await one(dialect.written(dialect.nth([], "1")))).toBe(null);
    expect(await one(dialect.written(dialect.nth([7], "1")))).toBe("7");
  });

  const columns: [sql: string, type: string, kind: string, text: string | null][] = [
    ["CAST('甲' AS Nullable(String))", "Nullable(String)", "text", "甲"],
    ["''", "String", "text", null],
    ["toFixedString('ab', 5)", "FixedString(5)", "text", "ab"],
    ["CAST('即办件' AS Enum8('即办件' = 1))", "Enum8('即办件' = 1)", "text", "即办件"],
    [
      "toUUID('00000000-0000-0000-0000-00000000000a')",
      "UUID",
      "text",
      "00000000-0000-0000-0000-00000000000a",
    ],
    ["toUInt64(18446744073709551615)", "UInt64", "integer", "18446744073709551615"],
    ["toNullable(toInt8(-1))", "Nullable(Int8)", "integer", "-1"],
    ["toDecimal64('1.50', 2)", "Decimal(18, 2)", "decimal", "1.50"],
    ["toFloat64(0.1)", "Float64", "float", "0.1"],
    ["toDate('2022-10-25')", "Date", "date", "2022-10-25"],
    ["toDate(0)", "Date", "date", null],
    ["CAST(NULL AS Nullable(Date))", "Nullable(Date)", "date", null],
    ["toDateTime('2022-10-25 09:30:00')", "DateTime", "time", "2022-10-25 09:30:00"],
    ["toDateTime(0)", "DateTime", "time", null],
    ["[1, 2]", "Array(UInt8)", "other", "[1,2]"],
  ];
  test.each(columns)("a cell of %s", async (sql, type, kind, text) => {
    expect(dialect.kindOf(type)).toBe(kind);
    const from = `(SELECT ${sql} AS x)`;
    expect(await one("toTypeName(x)", from)).toBe(type);
    expect(await one(dialect.textOf("x", dialect.kindOf(type)), from)).toBe(text);
  });

  test("types of newer servers are known by name", () => {
    const types = [
      "LowCardinality(Nullable(String))",
      "DateTime64(3, 'UTC')",
      "Date32",
      "Bool",
      "Int256",
      "IPv4",
    ];
    expect(types.map(dialect.kindOf)).toEqual(["text", "time", "date", "flag", "integer", "text"]);
  });

  describe("over two shards", () => {
    beforeAll(async () => {
      await cluster.table("cases", "id Nullable(String), unit LowCardinality(String), n UInt32, ext String");
      await cluster.table("items", "id String, name Nullable(String), days Nullable(Int32), plain String");
      const nothing = "\\N";
      const cases = [
        ["1", "甲", "1", "e1"],
        ["2", "乙", "2", "e2"],
        [nothing, "丙", "3", ""],
        ["4", "甲", "4", "e9"],
        ["", "戊", "5", ""],
        ["1", "乙", "6", "e1"],
      ];
      const items = [
        ["1", "x", "7", "p"],
        ["2", nothing, nothing, ""],
        ["9", "z", "9", "q"],
        ["e1", "by ext", "11", "r"],
      ];
      const tsv = (rows: string[][]) => `${rows.map((row) => row.join("\t")).join("\n")}\n`;
      // One row at a time: partners come to lie on different shards.
      for (const row of cases) await cluster.load("cases", tsv([row]), "TabSeparated");
      for (const row of items) await cluster.load("items", tsv([row]), "TabSeparated");
    });

    test("columns, kinds and tables", async () => {
      expect(await database.tables()).toEqual(["cases", "cases_local", "items", "items_local"]);
      expect(await database.columns("cases")).toEqual([
        { name: "id", type: "Nullable(String)", kind: "text" },
        { name: "unit", type: "LowCardinality(String)", kind: "text" },
        { name: "n", type: "UInt32", kind: "integer" },
        { name: "ext", type: "String", kind: "text" },
      ]);
      expect(await database.columns("gov.items")).toHaveLength(4);
      expect(database.source("gov.items")).toBe("`gov`.`items`");
      await expect(database.columns("nothing")).rejects.toThrow("D053");
    });

    test("semi-joins see the rows of all shards", async () => {
      const query = "SELECT id FROM gov.items";
      const numbers = async (condition: string) =>
        (await ask(`SELECT n FROM gov.cases WHERE ${condition} ORDER BY n`)).map(([n]) => n);
      expect(await numbers(dialect.isTrue(dialect.isIn(["id"], query)))).toEqual(["1", "2", "6"]);
      expect(await numbers(`NOT (${dialect.isTrue(dialect.isIn(["id"], query))})`)).toEqual(["3", "4", "5"]);
      const pairs = "SELECT id, plain FROM gov.items";
      expect(await numbers(dialect.isTrue(dialect.isIn(["id", dialect.quoteText("p")], pairs)))).toEqual([
        "1",
        "6",
      ]);
      expect(
        await numbers(dialect.isTrue(dialect.isIn(["nullIf(id, '')"], `${query} WHERE id != ''`))),
      ).toEqual(["1", "2", "6"]);
    });

    const item = (number: number, on: string) => ({
      on,
      key: `\`l${number}.key\``,
      fields: [`\`l${number}.名称\``, `\`l${number}.days\``, `\`l${number}.plain\``],
      query: `SELECT nullIf(id, '') AS \`l${number}.key\`, name AS \`l${number}.名称\`, days AS \`l${number}.days\`, plain AS \`l${number}.plain\` FROM gov.items`,
    });

    test("look-ups find their partner on any shard, once; without one there is nothing", async () => {
      const from = dialect.lookUp("gov.cases", [item(1, "nullIf(id, '')")]);
      const rows = await ask(
        `SELECT n, \`l1.名称\`, toString(\`l1.days\`), \`l1.plain\` FROM ${from} ORDER BY n`,
      );
      expect(rows).toEqual([
        ["1", "x", "7", "p"],
        ["2", null, null, ""],
        ["3", null, null, null],
        ["4", null, null, null],
        ["5", null, null, null],
        ["6", "x", "7", "p"],
      ]);
      const grouped = await ask(
        `SELECT unit, toString(${dialect.countIf(null)}), toString(${dialect.countIf(dialect.isTrue("`l1.days` = 7"))})
         FROM ${from} WHERE n < 6 GROUP BY unit ORDER BY unit`,
      );
      expect(grouped).toEqual([
        ["丙", "1", "0"],
        ["乙", "1", "0"],
        ["戊", "1", "0"],
        ["甲", "2", "1"],
      ]);
    });

    test("rows may look up twice", async () => {
      const from = dialect.lookUp("gov.cases", [item(1, "nullIf(id, '')"), item(2, "nullIf(ext, '')")]);
      const rows = await ask(`SELECT n, \`l1.名称\`, \`l2.名称\` FROM ${from} ORDER BY n`);
      expect(rows).toEqual([
        ["1", "x", "by ext"],
        ["2", null, null],
        ["3", null, null],
        ["4", null, null],
        ["5", null, null],
        ["6", "x", "by ext"],
      ]);
    });

    test("distinct values and combinations are counted once over all shards", async () => {
      const count = async (values: string[], condition: string | null) =>
        (await ask(`SELECT toString(${dialect.distinctIf(values, condition)}) FROM gov.cases`))[0]?.[0];
      expect(await count(["unit"], null)).toBe("4");
      expect(await count(["nullIf(ext, '')"], "ext != ''")).toBe("3");
      expect(await count(["unit", "nullIf(ext, '')"], "ext != ''")).toBe("4");
      expect(await count(["toDecimal128(n, 10)"], "n > 4")).toBe("2");
    });
  });
});
