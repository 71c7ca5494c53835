import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { asOf } from "../aggregates.ts";
import { casesPlan, evaluate, root } from "../place.ts";
import type { peers } from "./main.ts";

/** The command lines of the contestants, and whether those from outside npm are there. */

export const peerCommand = (name: keyof typeof peers, file: string, ...more: string[]): string[] => [
  process.execPath,
  join(import.meta.dirname, "main.js"),
  name,
  file,
  ...more,
];

export const ours = (plan: string, inputs: readonly string[], ...more: string[]): string[] => [
  process.execPath,
  evaluate,
  "run",
  "--plan",
  plan,
  ...inputs,
  "--as-of",
  asOf,
  "-f",
  "json",
  "-q",
  "--lang",
  "en",
  ...more,
];

export const oursOnCases = (file: string, ...more: string[]): string[] => ours(casesPlan, [file], ...more);
export const oursInFull = (inputs: readonly string[], ...more: string[]): string[] =>
  ours("jiayuguan-2022", inputs, ...more);

const script = (name: string): string => join(root, "bench/peers", name);

/** The first Python that has the module: Debian's packages are not seen by another Python on the path. */
function pythonWith(module: string): { python: string; version: string } | null {
  for (const python of ["python3", "/usr/bin/python3"]) {
    const { status, stdout } = spawnSync(python, ["-c", `import ${module}; print(${module}.__version__)`]);
    if (status === 0) return { python, version: String(stdout).trim() };
  }
  return null;
}

export interface Outsider {
  readonly name: string;
  readonly version: string | null;
  readonly command: (file: string) => string[];
}

export function outsiders(): Record<"pandas" | "openpyxl" | "readxl", Outsider> {
  const python = (name: string, file: string): Outsider => {
    const found = pythonWith(name);
    return {
      name,
      version: found?.version ?? null,
      command: (input) => [found?.python ?? "python3", "-W", "ignore", script(file), input],
    };
  };
  const { status, stdout } = spawnSync("Rscript", ["-e", 'cat(as.character(packageVersion("readxl")))']);
  return {
    pandas: python("pandas", "cases.py"),
    openpyxl: python("openpyxl", "read_xlsx.py"),
    readxl: {
      name: "readxl",
      version: status === 0 ? String(stdout).trim() : null,
      command: (file) => ["Rscript", script("read_xlsx.R"), file],
    },
  };
}

export function hasJobs(): boolean {
  const { stdout } = spawnSync(process.execPath, [evaluate, "run", "--help", "--lang", "en"], {
    encoding: "utf8",
  });
  return stdout.includes("--jobs");
}
