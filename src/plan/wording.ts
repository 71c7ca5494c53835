import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Language, languages } from "../model/language.ts";
import {
  namesHeld,
  type OwnWording,
  type Paper,
  paperSentences,
  placeholdersOf,
  type WordingFile,
  type Wordings,
  wordingSchema,
} from "../model/wording.ts";
import { ProblemError } from "../problem.ts";
import { Findings } from "./findings.ts";
import { requireKind } from "./rule-files.ts";
import { readYaml } from "./yaml-file.ts";

const folder = fileURLToPath(new URL("../../rules/wording/", import.meta.url));
const papers = Object.keys(paperSentences) as Paper[];

/** A wording file; undefined where its shape is wrong. Every placeholder is one that its sentence knows. */
export function wordingIn(findings: Findings): WordingFile | undefined {
  requireKind(findings, "wording");
  const file = findings.parse(wordingSchema, findings.source.data);
  for (const paper of papers)
    for (const [key, text = ""] of Object.entries(file?.[paper] ?? {})) {
      const known = placeholdersOf(paper, key) ?? [];
      for (const name of namesHeld(text).filter((one) => !known.includes(one)))
        findings.add(
          "R051",
          [paper, key],
          { key, name, known: known.map((one) => `{${one}}`).join(" ") },
          {
            near: known,
            name,
          },
        );
    }
  return file;
}

export async function readWording(path: string, file: string) {
  const findings = new Findings(await readYaml(path, file));
  return { wording: wordingIn(findings), source: findings.source, problems: findings.problems };
}

export interface WordingsRead {
  readonly own: OwnWording;
  readonly files: readonly string[];
}

/** The wording files that a plan names; what is wrong in them is told where it stands. */
export async function wordingsNamed(
  names: readonly string[],
  planPath: string,
  findings: Findings,
  show: (path: string) => string,
): Promise<WordingsRead> {
  const own: OwnWording = {};
  const paths = names.map((name) => resolve(dirname(planPath), name));
  for (const [index, path] of paths.entries()) {
    const at = ["report", "wording"];
    try {
      const { wording, problems } = await readWording(path, show(path));
      findings.problems.push(...problems);
      if (wording === undefined) continue;
      const { language, wording: _, ...said } = wording;
      own[language] = merged(own[language] ?? {}, said);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const missing = error.problems.every(({ code }) => code === "R024");
      if (missing) findings.add("R024", at, { file: names[index] ?? "" });
      else findings.problems.push(...error.problems);
    }
  }
  return { own, files: paths };
}

type Said = Omit<WordingFile, "wording" | "language">;

function merged(before: NonNullable<OwnWording[Language]>, said: Said): NonNullable<OwnWording[Language]> {
  const both = papers.map((paper) => [paper, { ...before[paper], ...given(said[paper]) }] as const);
  return Object.fromEntries(both.filter(([, sentences]) => Object.keys(sentences).length > 0));
}

function given(sentences: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sentences).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])),
  );
}

/** The words that come with the tool: every sentence, in both languages. */
export async function usualWordings(): Promise<Wordings> {
  const files = await Promise.all(
    languages.map((language) =>
      readWording(join(folder, `papers.${language}.yaml`), `rules/wording/papers.${language}.yaml`),
    ),
  );
  const problems = files.flatMap((file) => file.problems);
  if (problems.length > 0) throw new ProblemError(problems);
  const [zh, en] = files.map(({ wording }) => wording);
  // Their completeness is a test's business: papers.*.yaml come with the tool.
  return { zh, en } as unknown as Wordings;
}
