import { describe, expect, test } from "vitest";
import { sentenceOf } from "../../src/problem.ts";
import { datasets, load, measuring, planOf, problemsOf, units } from "./rules.ts";

const share = "{ share: 办件, that: { 网办: 是 } }";
const indicator = (more: string) => measuring(share, more);
const item = (id: string, rest: string) => `  - { id: ${id}, clause: 一, name: 甲, ${rest} }\n`;

/** Every problem as `file:line "word at the column" CODE sentence`, without frames. */
async function lines(plan: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const texts: Readonly<Record<string, string>> = {
    "p.yaml": plan,
    "datasets.yaml": datasets,
    "town.yaml": units,
    ...files,
  };
  return (await problemsOf(plan, files)).map((found) => {
    const { file = "", line, column } = found.at;
    const sentence = `${found.code} ${sentenceOf(found, "en")}`;
    if (line === undefined || column === undefined) return `${file} ${sentence}`;
    const rest = (texts[file] ?? "").split("\n")[line - 1]?.slice(column - 1) ?? "";
    return `${file}:${line} @${/^[^\s:,}\]]*/.exec(rest)?.[0]} ${sentence}`;
  });
}

test("a good plan has no problem", async () => {
  expect(await lines(indicator("threshold: 10"))).toEqual([]);
});

// The seventh line of each plan is its only indicator.
const mistakes: Readonly<Record<string, [plan: string, problems: string[]]>> = {
  "R003 an unknown key": [
    indicator("threshold: 10, remdy: 改"),
    ['p.yaml:7 @remdy R003 Unknown key "remdy". Did you mean "remedy"?'],
  ],
  "R003 an unknown key of a measure": [
    measuring("{ share: 办件, were: { 网办: 是 }, that: { 网办: 是 } }"),
    ['p.yaml:7 @were R003 Unknown key "were". Did you mean "where"?'],
  ],
  "R003 an unknown operator": [
    measuring("{ share: 办件, that: { 金额: { gtt: 1 } } }"),
    ['p.yaml:7 @gtt R003 Unknown key "gtt". Did you mean "gt"?'],
  ],
  "R004 no threshold": [indicator("note: x"), ['p.yaml:7 @{ R004 "threshold" is missing.']],
  "R004 no that": [measuring("{ share: 办件 }"), ['p.yaml:7 @{ R004 "that" is missing.']],
  "R024 a units file that is not there hides nothing else": [
    indicator("threshold: some").replace(/units: .*/, "units: nowhere.yaml"),
    [
      'p.yaml:4 @nowhere.yaml R024 There is no file "nowhere.yaml".',
      'p.yaml:7 @some R005 "threshold" has the value "some"; expected a number such as 45 or 0.5, without unit or sign.',
    ],
  ],
  "R005 the direction in Chinese": [
    indicator("direction: 不超过, threshold: 10"),
    [
      'p.yaml:7 @不超过 R005 "direction" has the value "不超过"; expected at-least | at-most | exactly | more-than | less-than | improve | reduce. Did you mean "at-most"?',
    ],
  ],
  "R005 a wrong direction of the defaults is said once": [
    indicator("threshold: 10").replace("direction: at-least", "direction: 不低于"),
    [
      'p.yaml:5 @不低于 R005 "direction" has the value "不低于"; expected at-least | at-most | exactly | more-than | less-than | improve | reduce. Did you mean "at-least"?',
    ],
  ],
  "R005 a recurrence in Chinese": [
    `${indicator("threshold: 10")}tasks:\n  - { id: t, clause: 一, name: 乙, recurrence: 每季度 }\n`,
    [
      'p.yaml:9 @每季度 R005 "recurrence" has the value "每季度"; expected { monthly: [15, 30] } | { weeks: 2, from: 2021-11-15 } | { quarterly: true } | { yearly: 12-31 } | 定期 …. Did you mean "{ quarterly: true }"?',
    ],
  ],
  "R005 an unknown direction": [
    indicator("threshold: 10, direction: at-lest"),
    [
      'p.yaml:7 @at-lest R005 "direction" has the value "at-lest"; expected at-least | at-most | exactly | more-than | less-than | improve | reduce. Did you mean "at-least"?',
    ],
  ],
  "R005 a threshold that is no number": [
    indicator("threshold: 45%"),
    [
      'p.yaml:7 @45% R005 "threshold" has the value "45%"; expected a number such as 45 or 0.5, without unit or sign.',
    ],
  ],
  "R005 a threshold with an exponent": [
    indicator("threshold: 1e2"),
    [
      'p.yaml:7 @1e2 R005 "threshold" has the value "1e2"; expected a number such as 45 or 0.5, without unit or sign.',
    ],
  ],
  "R005 a limit that is no number": [
    indicator("threshold: 1").replace("units: town", "limits: { 小时: 1/0 }\nunits: town"),
    ['p.yaml:4 @1/0 R005 "小时" has the value "1/0"; expected 5 | 1/8 | none.'],
  ],
  "R005 an unknown measure": [
    measuring("{ shar: 办件, that: { 网办: 是 } }"),
    [
      'p.yaml:7 @shar R005 "measure" has the value "shar"; expected share | count | sum | average | distinct | latest | ratio | reported. Did you mean "share"?',
    ],
  ],
  "R007 a key without a value": [
    measuring("{ share: 办件, that: { 网办: } }"),
    ['p.yaml:7 @网办 R007 "网办" has no value. Remove the line or give it a value.'],
  ],
  "R008 no space after a colon": [
    measuring("{ share: 办件, that: { 网办:是 } }"),
    ['p.yaml:7 @网办 R008 "网办:是" lacks a space after the colon: write "网办: 是".'],
  ],
  "R008 no space after a colon, on a line of its own": [
    planOf("indicators: []\ntasks: [{ id: t, clause: 一, name: 乙 }]\nfields:\n  threshold:45\n"),
    ['p.yaml:9 @threshold R008 "threshold:45" lacks a space after the colon: write "threshold: 45".'],
  ],
  "R009 a full-width comma in a list": [
    measuring("{ share: 办件, that: { 渠道: [线上，线下] } }"),
    [
      'p.yaml:7 @线上，线下 R009 "线上，线下" holds the full-width mark "，": write "线上, 线下", or quote it if it is text.',
    ],
  ],
  "R009 an enumeration comma between units": [
    indicator("threshold: 1, responsible: [部门组、街道组]"),
    [
      'p.yaml:7 @部门组、街道组 R009 "部门组、街道组" holds the full-width mark "、": write "部门组, 街道组", or quote it if it is text.',
    ],
  ],
  "R009 a full-width colon": [
    measuring("{ share： 办件, that: { 网办: 是 } }"),
    [
      'p.yaml:7 @share： R009 "share： 办件" holds the full-width mark "：": write "share: 办件", or quote it if it is text.',
    ],
  ],
  "R010 an unknown dataset": [
    measuring("{ count: 办 }", "threshold: 1, measuredIn: 件"),
    [
      'p.yaml:7 @办 R010 indicator "a" names the dataset "办", which the dictionary does not have. Did you mean "办件"?',
    ],
  ],
  "R011 a key twice": [
    planOf("title: 又一个\nindicators: []\n"),
    ['p.yaml:6 @title R011 The key "title" is written twice. Remove one of them.'],
  ],
  "R012 an unknown field": [
    measuring("{ share: 办件, that: { 网办理: 是 } }"),
    [
      'p.yaml:7 @网办理 R012 indicator "a" names the field "网办理", which 办件 does not have. Did you mean "网办"?',
    ],
  ],
  "R013 an unknown unit": [
    indicator("threshold: 1, responsible: 市公安"),
    [
      'p.yaml:7 @市公安 R013 indicator "a" names the unit or group "市公安", which the directory does not have. Did you mean "市公安局"?',
    ],
  ],
  "R014 an operator that a field does not take": [
    measuring("{ share: 办件, that: { 渠道: { gt: 线上 } } }"),
    ['p.yaml:7 @gt R014 indicator "a": the field "渠道" is of type code and does not take gt.'],
  ],
  "R014 a sum of text": [
    measuring("{ sum: 办件.名称 }", "threshold: 1, measuredIn: 件"),
    ['p.yaml:7 @办件.名称 R014 indicator "a": the field "名称" is of type text and does not take sum.'],
  ],
  "R015 a literal outside the code list": [
    measuring("{ share: 办件, that: { 渠道: 线下办 } }"),
    [
      'p.yaml:7 @线下办 R015 indicator "a": "线下办" is not a value of the field "渠道" (线上 | 线下 | 全部). Did you mean "线下"?',
    ],
  ],
  "R015 a literal that is no number": [
    measuring("{ share: 办件, that: { 金额: { gt: 很多 } } }"),
    ['p.yaml:7 @很多 R015 indicator "a": "很多" is not a value of the field "金额" (number).'],
  ],
  "R015 a choice outside the code list": [
    planOf(
      "fields: { 办件.次数: { choose: 渠道, 线上: 3, 线下办: 2, else: 0 } }\nindicators: []\ntasks: [{ id: t, clause: 一, name: 乙 }]\n",
    ),
    [
      'p.yaml:6 @线下办 R015 办件.次数: "线下办" is not a value of the field "渠道" (线上 | 线下 | 全部). Did you mean "线下"?',
    ],
  ],
  "R016 no direction anywhere": [
    indicator("threshold: 1").replace("direction: at-least, ", ""),
    ['p.yaml:7 @a R016 indicator "a" has no direction, and neither do the defaults.'],
  ],
  "R017 an id twice": [
    planOf(`indicators:\n${item("a", `measure: ${share}, threshold: 1`).repeat(2)}`),
    ['p.yaml:8 @a R017 The id "a" is used twice.'],
  ],
  "R018 a count in %": [
    measuring("{ count: 办件 }"),
    ['p.yaml:7 @{ R018 indicator "a": a count cannot be measured in %; only shares and ratios can.'],
  ],
  "R019 a circle of groups": [
    planOf(
      "groups: { 甲组: [乙组], 乙组: [甲组] }\nindicators: []\ntasks:\n  - { id: t, clause: 一, name: 乙 }\n",
    ),
    ["p.yaml:6 @甲组 R019 Circular reference: 甲组 → 乙组 → 甲组."],
  ],
  "R019 a circle of derived fields": [
    planOf(
      "fields:\n  办件.甲: { difference: [乙, 金额] }\n  办件.乙: { difference: [甲, 金额] }\nindicators: []\ntasks: [{ id: t, clause: 一, name: 乙 }]\n",
    ),
    ["p.yaml:7 @{ R019 Circular reference: 办件.甲 → 办件.乙 → 办件.甲."],
  ],
  "R019 datasets that look into each other": [
    planOf(
      `indicators:\n${item("a", "measure: { share: 办件, that: { 编号: { in: 评价.编号 } } }, threshold: 1")}${item(
        "b",
        "measure: { share: 评价, that: { 编号: { in: 办件.编号 } } }, threshold: 1",
      )}`,
    ),
    ["p.yaml:6 @indicators R019 Circular reference: 办件 → 评价 → 办件."],
  ],
  "R020 a derived field named like a column": [
    planOf(
      "fields:\n  办件.承办部门: { days: [受理时间, 办结时间] }\nindicators: []\ntasks: [{ id: t, clause: 一, name: 乙 }]\n",
    ),
    ['p.yaml:7 @办件.承办部门 R020 The name "承办部门" already belongs to 办件.部门.'],
  ],
  "R020 a group named like a unit": [
    planOf("groups: { 市公安局: [部门组] }\nindicators: []\ntasks: [{ id: t, clause: 一, name: 乙 }]\n"),
    ['p.yaml:6 @市公安局 R020 The name "市公安局" already belongs to town.'],
  ],
  "R021 a ratio of two datasets with a common where": [
    measuring("{ ratio: { of: { count: 办件 }, to: { count: 评价 } }, where: { 网办: 是 } }"),
    ['p.yaml:7 @where R021 indicator "a": of and to are of two datasets: write a where in each instead'],
  ],
  "R021 two measures in one": [
    measuring("{ count: 办件, sum: 办件.金额 }", "threshold: 1, measuredIn: 件"),
    ['p.yaml:7 @{ R021 indicator "a": count + sum'],
  ],
  "R021 a threshold beside stages": [
    indicator("threshold: 1, stages: [{ deadline: 2022-01-01, threshold: 1 }]"),
    ['p.yaml:7 @stages R021 indicator "a": give a threshold or stages, not both'],
  ],
  "R022 a day that does not exist": [
    indicator("threshold: 1, deadline: 2022-02-30"),
    ['p.yaml:7 @2022-02-30 R022 There is no such date: "2022-02-30". Dates are written 2022-10-25.'],
  ],
  "R025 a tab": [
    planOf("indicators:\n\t- id: a\n"),
    ["p.yaml:7 @ R025 The line is indented with a tab. Use spaces."],
  ],
};

describe("each mistake has its place, its sentence and what was meant", () => {
  test.each(Object.entries(mistakes))("%s", async (_, [plan, problems]) => {
    expect(await lines(plan)).toEqual(problems);
  });

  test.each<[string, string, Record<string, string>, string[]]>([
    [
      "R006 an empty file",
      "",
      {},
      ['p.yaml:1 @ R006 The first key must say the kind of file (plan); here it is "".'],
    ],
    [
      "R006 another kind of file",
      datasets,
      {},
      ['p.yaml:1 @datasets R006 The first key must say the kind of file (plan); here it is "datasets".'],
    ],
    [
      "R023 units that share a written form",
      indicator("threshold: 1"),
      { "town.yaml": units.replace("{ name: 市民政局,", "{ name: 市民政局, aliases: [公安],") },
      ['town.yaml:9 @{ R023 The units "市民政局" and "市公安局" share the written form "公安".'],
    ],
    [
      "R024 a unit directory that is not there",
      indicator("threshold: 1").replace("town.yaml", "city.yaml"),
      {},
      ['p.yaml:4 @city.yaml R024 There is no file "city.yaml".'],
    ],
    [
      "R013 an unknown parent",
      indicator("threshold: 1"),
      { "town.yaml": units.replace("parent: 市公安局", "parent: 市公安") },
      [
        'town.yaml:11 @市公安 R013 交警支队 names the unit or group "市公安", which the directory does not have. Did you mean "市公安局"?',
      ],
    ],
    [
      "R019 units that stand above each other",
      indicator("threshold: 1"),
      {
        "town.yaml": units.replace(
          "{ name: 东街道, group: 街道组 }",
          "{ name: 东街道, group: 街道组, parent: 东街道 }",
        ),
      },
      ["town.yaml:10 @东街道 R019 Circular reference: 东街道 → 东街道."],
    ],
    [
      "R012 a key that a dataset does not have",
      indicator("threshold: 1"),
      { "datasets.yaml": datasets.replace("key: [评价号]", "key: [评价编号]") },
      [
        'datasets.yaml:26 @[评价编号 R012 评价 names the field "评价编号", which 评价 does not have. Did you mean "评价号"?',
      ],
    ],
    [
      "checks of fields, types and datasets that are not there",
      indicator("threshold: 1"),
      {
        "datasets.yaml": datasets.replace(
          "    key: [评价号]",
          [
            "    checks:",
            "      - order: [评价时, 评价时间]",
            "      - rises: 环节",
            "      - listed: { 编号: 办件明 }",
            "      - { if: { 环节: 办结 } }",
            "    key: [评价号]",
          ].join("\n"),
        ),
      },
      [
        'datasets.yaml:27 @order R012 评价 names the field "评价时", which 评价 does not have. Did you mean "评价时间"?',
        'datasets.yaml:28 @rises R014 评价: the field "环节" is of type text and does not take rises.',
        'datasets.yaml:29 @listed R010 评价 names the dataset "办件明", which the dictionary does not have. Did you mean "办件"?',
        'datasets.yaml:30 @{ R004 "then" is missing.',
      ],
    ],
    [
      "R005 a code list that is not there",
      indicator("threshold: 1"),
      { "datasets.yaml": datasets.replace("codes: 对象 }", "codes: constructor }") },
      ['datasets.yaml:12 @constructor R005 "codes" has the value "constructor"; expected 渠道 | 对象.'],
    ],
  ])("%s", async (_, plan, files, problems) => {
    expect(await lines(plan, files)).toEqual(problems);
  });

  test("a frame shows the line and, below Chinese text, the column", async () => {
    const [found] = await problemsOf(measuring("{ share: 办件, that: { 网办理: 是 } }"));
    expect(found?.frame).toBe(
      [
        "     6 | indicators:",
        ">    7 |   - { id: a, clause: 一, name: 甲, measure: { share: 办件, that: { 网办理: 是 } }, threshold: 10 }",
        `       | ${" ".repeat(67)}^`,
      ].join("\n"),
    );
  });
});

test("five mistakes of five kinds are told at once", async () => {
  const plan = planOf(`indicators:
${item("A", `measure: ${share}, threshold: 10`)}${item("b", "measure: { share: 办, that: { 网办: 是 } }, threshold: 10")}${item(
  "c",
  "measure: { share: 办件, that: { 网: 是 } }, threshold: ten",
)}${item("d", `measure: ${share}, treshold: 10`)}tasks:
  - { id: t, clause: 一, name: 乙, deadline: 2022-13-01, responsible: 部门 }
`);
  const problems = await problemsOf(plan);
  expect(problems.map(({ code, at }) => `${at.line} ${code}`)).toEqual([
    "7 R005",
    "8 R010",
    "9 R005",
    "9 R012",
    "10 R003",
    "12 R022",
    "12 R013",
  ]);
});

test("a head with mistakes does not hide those of the rules, nor of the other files", async () => {
  const plan = indicator("threshold: 1, responsible: 谁").replace(
    "issued: 2022-01-01",
    "issued: soon\nisued: 1",
  );
  const problems = await problemsOf(plan, { "town.yaml": units.replace("group: 街道组", "group: 街道") });
  expect(problems.map(({ code, at }) => `${at.file} ${code}`)).toEqual([
    "p.yaml R005",
    "p.yaml R003",
    "p.yaml R013",
    "town.yaml R013",
  ]);
});

describe("files that would harm are refused before they do", () => {
  const nested = (n: number) => `plan: ${"[".repeat(n)}${"]".repeat(n)}\n`;
  test.each([
    ["too large", `plan: p\n#${"x".repeat(1_000_001)}`],
    ["65 brackets deep", nested(65)],
    ["100,000 brackets deep", nested(100_000)],
    ["deep behind a comment full of closing brackets", `# ${"]".repeat(100_000)}\n${nested(100_000)}`],
    ["deep by indentation", Array.from({ length: 70 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
    ["deep by dashes", `a: 1\nb:\n ${"- ".repeat(80)}x`],
    ["an anchor that holds itself", "plan: &a [*a]\n"],
    [
      "aliases that multiply",
      [
        "a: &a [x, x, x, x, x, x, x, x, x, x]",
        ..."bcdef".split("").map((name, at) => `${name}: &${name} [${`*${"abcde"[at]}, `.repeat(10)}]`),
      ].join("\n"),
    ],
  ])("%s", async (_, text) => {
    expect((await problemsOf(text)).map(({ code }) => code)).toEqual(["R002"]);
  });

  test("brackets in comments, quotes and prose do not count", async () => {
    const plan = indicator("threshold: 1").replace(
      "title: 方案",
      `title: "${"[".repeat(80)}" # ${"{".repeat(80)}`,
    );
    expect((await load(plan)).title).toBe("[".repeat(80));
  });

  test("values are text, whatever version or tag a file asks for", async () => {
    const plan = indicator("threshold: 10");
    expect(await lines(`%YAML 1.1\n---\n${plan.replace("title: ", "title: !!binary ")}`)).toEqual([]);
  });

  test("an alias without its anchor is named", async () => {
    const [found, ...more] = await problemsOf(indicator("threshold: *ten"));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: "R001", at: { file: "p.yaml", line: 7 } });
    expect(found && sentenceOf(found, "en")).toContain("There is no anchor &ten before it");
    expect(found && sentenceOf(found, "zh")).toContain("前面没有同名的锚点");
  });

  test("a branch of a choice named __proto__ is not lost without a word", async () => {
    const choice = "fields:\n  办件.次: { choose: 名称, __proto__: 5, 甲: 3 }\nindicators: []\n";
    expect(await lines(planOf(choice))).toEqual([
      'p.yaml:7 @__proto__ R042 "__proto__" cannot be a key. Choose another name.',
    ]);
  });

  test.each(["constructor", "toString", "hasOwnProperty"])("the name %s is only a name", async (name) => {
    expect(await lines(measuring(`{ share: 办件, that: { ${name}: 是 } }`))).toEqual([
      `p.yaml:7 @${name} R012 indicator "a" names the field "${name}", which 办件 does not have.`,
    ]);
    expect((await lines(measuring(`{ share: 办件, that: { 渠道: ${name} } }`)))[0]).toContain("R015");
    expect((await lines(measuring(`{ count: ${name} }`, "threshold: 1, measuredIn: 件")))[0]).toContain(
      "R010",
    );
    expect((await lines(indicator(`threshold: 1, responsible: [${name}]`)))[0]).toContain("R013");
    expect((await lines(planOf(`groups: { a: [${name}] }\nindicators: []\n`)))[0]).toContain("R013");
    const group = await problemsOf(planOf(`groups: { ${name}: [无此单位] }\nindicators: []\n`));
    expect(group.map((found) => sentenceOf(found, "zh"))).toContain(
      `${name}用到单位或分组“无此单位”，单位名录里没有。`,
    );
    expect((await lines(indicator(`threshold: 1, ${name}: 1`)))[0]).toMatch(/^p\.yaml:7 @\w+ R003/);
  });
});

// What used to grow with the square of the file took minutes here.
test.each([
  ["unknown keys", (n: number) => `k${n}: 1\n`, 20_000, "R003"],
  ["keys written twice", () => "k: 1\n", 20_000, "R011"],
  ["aliases", (n: number) => (n === 0 ? "k0: &a 1\n" : `k${n}: *a\n`), 20_000, "R003"],
] as const)("a file of very many %s is refused all the same", async (_, line, count, code) => {
  const text = planOf(`indicators: []\n${Array.from({ length: count }, (_, n) => line(n)).join("")}`);
  const found = (await problemsOf(text)).filter((one) => one.code === code);
  expect(found.length).toBeGreaterThanOrEqual(count - 1);
});

test("a long chain of groups is followed to its end", async () => {
  const links = Array.from({ length: 5000 }, (_, n) => `  g${n}: [g${n + 1}]\n`).join("");
  const plan = planOf(
    `groups:\n${links}  g5000: [部门组]\nindicators: []\ntasks: [{ id: t, clause: 一, name: 甲, responsible: g0 }]\n`,
  );
  expect((await load(plan)).tasks[0]?.units.map(({ name }) => name)).toEqual(["市公安局", "市民政局"]);
});
