import type { Language } from "../model/language.ts";
import type { TestOutcome } from "../model/rule-test.ts";
import { type Problem, sentenceOf } from "../problem.ts";
import { type JUnitCase, type JUnitSuite, junitXml } from "./junit.ts";
import { failureLines } from "./test-view.ts";
import { testWords } from "./test-words.ts";

/** Rule tests as JUnit XML: a suite for each file; a file that cannot be read is a suite with an error. */
export function testsAsJUnit(
  outcomes: readonly TestOutcome[],
  problems: readonly Problem[],
  language: Language,
): string {
  const files = [
    ...new Set([...outcomes.map(({ test }) => test.file), ...problems.map(({ at }) => at.file ?? "")]),
  ];
  const suites = files.map(
    (file): JUnitSuite => ({
      name: file,
      cases: [
        ...outcomes.filter(({ test }) => test.file === file).map((outcome) => caseOf(outcome, language)),
        ...problems.filter(({ at }) => (at.file ?? "") === file).map((one) => errorOf(one, language)),
      ],
    }),
  );
  return junitXml("evaluate test", suites);
}

function caseOf(outcome: TestOutcome, language: Language): JUnitCase {
  const { file, line, indicator, name } = outcome.test;
  const own = { name: `${indicator} ${name}`, className: classOf(file), file, line };
  if (outcome.differences.length === 0) return own;
  const say = testWords[language];
  const message = outcome.differences
    .map(({ unit, key, expected, actual }) => `${unit ?? say.whole} ${key}: ${expected} → ${actual}`)
    .join("; ");
  const text = failureLines(outcome, { language, width: 120, colour: false }).join("\n");
  return { ...own, failure: { kind: "failure", type: "difference", message, text } };
}

function errorOf(found: Problem, language: Language): JUnitCase {
  const { file = "", line } = found.at;
  const message = sentenceOf(found, language);
  return {
    name: `${found.code} ${message}`,
    className: classOf(file),
    file,
    ...(line === undefined ? {} : { line }),
    failure: { kind: "error", type: found.code, message, text: found.frame ?? "" },
  };
}

function classOf(file: string): string {
  return (file.split("/").at(-1) ?? file).replace(/\.test\.yaml$/, "");
}
