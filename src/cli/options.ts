import { defaultLimits, type ReadLimits } from "../ingest/reader.ts";
import { type Day, parseDay } from "../model/day.ts";
import { type Problem, ProblemError, problem } from "../problem.ts";
import type { RawOptions } from "./command-spec.ts";

export const tableOrJson = ["table", "json"] as const;

/** Reads the values that commander leaves as text, and keeps every complaint until `done`. */
export class OptionReader {
  private readonly problems: Problem[] = [];
  private readonly raw: RawOptions;

  constructor(raw: RawOptions) {
    this.raw = raw;
  }

  text(name: string): string | undefined {
    const value = this.raw[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  }

  texts(name: string): string[] {
    const value = this.raw[name];
    return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  }

  flag(name: string): boolean {
    return this.raw[name] === true;
  }

  /** A switch that is on until --no-NAME turns it off. */
  refused(name: string): boolean {
    return this.raw[name] === false;
  }

  /** A mandatory value; `example` is a whole command line that has it. */
  required(name: string, what: string, example: string): string {
    const value = this.text(name);
    if (value === undefined) this.problems.push(problem("U004", {}, { what, example }));
    return value ?? "";
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.raw[name];
    if (value === undefined) return undefined;
    const choice = choices.find((one) => one === value);
    if (choice === undefined) this.refuse(name, choices.join(", "));
    return choice;
  }

  /** A whole number of at least `least`, or a decimal up to 100; commander leaves "1e3", " 5" and "" to us. */
  number(name: string, kind: "whole" | "decimal", least: number): number | undefined {
    const value = this.raw[name];
    if (value === undefined) return undefined;
    const pattern = kind === "whole" ? /^\d{1,15}$/ : /^\d{1,15}(\.\d+)?$/;
    const number = typeof value === "string" && pattern.test(value) ? Number(value) : Number.NaN;
    if (number >= least && (kind === "whole" || number <= 100)) return number;
    this.refuse(name, kind === "decimal" ? "0–100" : least === 0 ? "0, 1, 2 …" : "1, 2, 3 …");
    return undefined;
  }

  day(name: string): Day | "today" | undefined {
    const value = this.raw[name];
    if (value === undefined || value === "today") return value;
    const day = parseDay(String(value));
    if (day === null) this.add(problem("U020", {}, { flag: flagOf(name), value: String(value) }));
    return day ?? undefined;
  }

  refuse(name: string, expected: string): void {
    const value = String(this.raw[name]);
    this.problems.push(problem("U003", {}, { flag: flagOf(name), value, expected }));
  }

  add(...problems: readonly Problem[]): void {
    this.problems.push(...problems);
  }

  /** Throws all complaints at once, if there are any. */
  done(): void {
    if (this.problems.length > 0) throw new ProblemError(this.problems);
  }
}

const MOST_JOBS = 64;

/** Undefined leaves the number of threads to the size of the inputs. */
export function jobsOf(read: OptionReader): number | undefined {
  const jobs = read.number("jobs", "whole", 1);
  if (jobs !== undefined && jobs > MOST_JOBS) read.refuse("jobs", `1–${MOST_JOBS}`);
  return jobs;
}

/** The caps on what one file and one sheet may hold; bytes, once given, hold for every format. */
export function limitsOf(read: OptionReader): ReadLimits {
  const given = (name: string) => read.number(name, "whole", 1);
  const bytes = given("maxBytes");
  const limits = {
    ...defaultLimits,
    maxRows: given("maxRows") ?? defaultLimits.maxRows,
    maxColumns: given("maxColumns") ?? defaultLimits.maxColumns,
    maxCellLength: given("maxCellLength") ?? defaultLimits.maxCellLength,
    maxDepth: given("maxDepth") ?? defaultLimits.maxDepth,
  };
  if (bytes === undefined) return limits;
  return { ...limits, maxBytes: bytes, maxDenseBytes: bytes, maxWholeBytes: bytes, maxPackedWorkbook: bytes };
}

export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
