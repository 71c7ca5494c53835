export interface JUnitCase {
  readonly name: string;
  /** What groups cases in a viewer: the file or the plan, without an extension. */
  readonly className: string;
  readonly file?: string;
  readonly line?: number;
  /** What went wrong; a case without it has passed. `error` is for what could not even be tried. */
  readonly failure?: {
    readonly kind: "failure" | "error";
    readonly type: string;
    readonly message: string;
    readonly text: string;
  };
}

export interface JUnitSuite {
  readonly name: string;
  readonly cases: readonly JUnitCase[];
}

/** JUnit XML as GitLab, Jenkins and GitHub viewers read it. No clock: the same outcome, the same bytes. */
export function junitXml(name: string, suites: readonly JUnitSuite[]): string {
  const all = suites.flatMap(({ cases }) => cases);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name, ...countsOf(all), time: 0 })}>`,
    ...suites.flatMap(suiteLines),
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}

function suiteLines({ name, cases }: JUnitSuite): string[] {
  const head = attributes({ name, ...countsOf(cases), skipped: 0, time: 0 });
  return [`  <testsuite${head}>`, ...cases.flatMap(caseLines), "  </testsuite>"];
}

function caseLines({ name, className, file, line, failure }: JUnitCase): string[] {
  const head = attributes({ name, classname: className, file, line, time: 0 });
  if (failure === undefined) return [`    <testcase${head}/>`];
  const { kind, type, message, text } = failure;
  return [
    `    <testcase${head}>`,
    `      <${kind}${attributes({ message, type })}>${escaped(text)}</${kind}>`,
    "    </testcase>",
  ];
}

function countsOf(cases: readonly JUnitCase[]) {
  const of = (kind: "failure" | "error") => cases.filter(({ failure }) => failure?.kind === kind).length;
  return { tests: cases.length, failures: of("failure"), errors: of("error") };
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${escaped(String(value))
          .replaceAll('"', "&quot;")
          .replace(/[\n\t]/g, (mark) => `&#${mark.charCodeAt(0)};`)}"`,
    )
    .join("");
}

// What XML 1.0 cannot carry, even escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones to take out
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;

function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(unspeakable, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
