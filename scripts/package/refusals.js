// What may not be in a package that runs with Node alone, anywhere.
import { builtinModules } from "node:module";

// ELF, Windows, Mach-O in its forms, WebAssembly.
const magics = ["7f454c46", "4d5a", "feedface", "feedfacf", "cefaedfe", "cffaedfe", "cafebabe", "0061736d"];

/** Whether a file is code for a machine: a Node addon under whatever name, a program, a shared library. */
export function isNative(file, bytes) {
  const head = bytes.subarray(0, 4).toString("hex");
  return file.endsWith(".node") || magics.some((magic) => head.startsWith(magic));
}

/** Modules that a bundle looks for outside itself and that do not come with Node. */
export function strangersIn({ outputs }, allowed = []) {
  const asked = Object.values(outputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
  const names = asked.map(({ path }) => path.replace(/^node:/, ""));
  return [...new Set(names)].filter((name) => !builtinModules.includes(name) && !allowed.includes(name));
}
