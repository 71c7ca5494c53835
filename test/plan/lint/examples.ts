import { readFileSync } from "node:fs";

/** A pair of rules/codes.md: one that gets its code, one that does not. */
export interface Example {
  readonly code: string;
  readonly heading: string;
  readonly bad: Readonly<Record<string, string | Uint8Array>>;
  readonly good: Readonly<Record<string, string | Uint8Array>>;
  /** The file that is checked. */
  readonly file: string;
}

const usual = {
  clause: "三(一)",
  name: "即办件占比",
  measure: "{ share: 事项清单, that: { 办件类型: 即办件 } }",
  threshold: "45",
  remedy: "承诺 1 天的事项改为即办",
};

const text = readFileSync("rules/codes.md", "utf8");
const blocks = [...text.matchAll(/```yaml *([^\n]*)\n(.*?)```/gs)].map(
  ([, info = "", body = "", ...rest]) => ({
    info,
    body,
    at: rest.at(-2) as unknown as number,
  }),
);
const base = (kind: string) => blocks.find(({ info }) => info === `base ${kind}`.trim())?.body ?? "";

export const headings = [...text.matchAll(/^### (R\d{3})(.*)$/gm)].map(([line, code = "", rest = ""]) => ({
  line,
  code,
  rest,
}));

const fileOf: Readonly<Record<string, string>> = {
  "": "example-2022.yaml",
  file: "example-2022.yaml",
  "file utf16": "example-2022.yaml",
  units: "units/example.yaml",
  datasets: "datasets.yaml",
  tests: "tests/example-2022.test.yaml",
  mapping: "mapping.yaml",
  wording: "wording.yaml",
  waivers: "waivers.yaml",
  config: "evaluate.config.yaml",
};

export const examples: readonly Example[] = headings.flatMap(({ code, line }) => {
  const from = text.indexOf(line);
  const next = text.indexOf("\n### ", from + 1);
  const section = text.slice(from, next === -1 ? text.length : next);
  return [...section.matchAll(/```yaml *([^\n]*)\n(.*?)```/gs)].map(([, info = "", body = ""]) => {
    const [, bad = "", good = ""] = /^# 不对\n(.*?)^# 对\n(.*)$/ms.exec(body) ?? [];
    const wide = (part: string) =>
      info === "file utf16" ? new Uint8Array(Buffer.from(part, "utf16le")) : part;
    const file = fileOf[info] ?? "";
    const made = (part: string) => filesOf(info, part);
    const wrong = made(bad);
    return {
      code,
      heading: line,
      file,
      bad: { ...wrong, [file]: wide(String(wrong[file])) },
      good: made(good),
    };
  });
});

/** The fragment among the files that it needs. */
function filesOf(info: string, part: string): Record<string, string> {
  const plan = info === "" ? planWith(part) : info.startsWith("file") ? part : base("");
  const own: Record<string, string> = { "example-2022.yaml": plan };
  if (info !== "" && !info.startsWith("file")) own[fileOf[info] ?? ""] = merged(base(info), part);
  const id = /^plan: (\S+)/m.exec(plan)?.[1] ?? "";
  const items = plan
    .split("\n")
    .filter((line) => line.trimStart().startsWith("- ") && !line.includes("缺 用例"));
  const ids = items.flatMap((line) => /\bid: ([a-z0-9-]+)/.exec(line)?.[1] ?? []);
  const cases = ids.map(
    (one) => `  - { indicator: ${one}, name: 甲, rows: {}, expect: { status: no-data } }\n`,
  );
  return {
    "base-2022.yaml": base("")
      .replace("plan: example-2022", "plan: base-2022")
      .replace("id: instant-share", "id: old-rule"),
    "units/example.yaml": base("units"),
    ...(plan.includes("缺 测试文件")
      ? {}
      : {
          [`tests/${id}.test.yaml`]: `tests: ${id}\nas-of: 2022-10-01\ncases:\n${cases.join("") || "  []\n"}`,
        }),
    ...own,
  };
}

function planWith(part: string): string {
  if (/^(?:#.*\n)*- /.test(part)) return merged(base(""), `indicators:\n${part.replace(/^(?=.)/gm, "  ")}`);
  return merged(base(""), part);
}

/** The base with its top-level keys replaced by those of a fragment, indicators filled up. */
function merged(whole: string, part: string): string {
  const chunks = new Map(chunksOf(whole));
  for (const [key, chunk] of chunksOf(part)) chunks.set(key, key === "indicators" ? filledUp(chunk) : chunk);
  return [...chunks.values()].join("");
}

function chunksOf(body: string): [string, string][] {
  return body
    .split(/^(?=[^\s#:-][^:\n]*:)/m)
    .filter((chunk) => chunk.trim() !== "")
    .map((chunk) => [chunk.slice(0, chunk.indexOf(":")), chunk]);
}

function filledUp(chunk: string): string {
  return chunk
    .split(/^(?= {2}(?:- |#))/m)
    .map((item) => {
      if (!item.startsWith("  - ")) return item;
      const lacking = Object.entries(usual).filter(
        ([key]) =>
          !item.includes(`${key}:`) &&
          !item.includes(`缺 ${key}`) &&
          !(key === "threshold" && item.includes("stages:")) &&
          !(key === "remedy" && item.includes("remdy:")),
      );
      const pairs = lacking.map(([key, value]) => `${key}: ${value}`);
      return item.startsWith("  - {")
        ? item.replace("  - {", `  - { ${pairs.map((pair) => `${pair},`).join(" ")}`)
        : `${item.trimEnd()}\n${pairs.map((pair) => `    ${pair}\n`).join("")}`;
    })
    .join("");
}
