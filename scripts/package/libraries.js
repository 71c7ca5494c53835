// Which libraries are inside a bundle.
import { readFile } from "node:fs/promises";
import { path } from "../bundling.js";

// Published as one file that has its own dependencies inside, so that the bundler cannot see them.
const sealed = ["node_modules/docx"];

/** Libraries by name and version: { name, version, license, integrity, folder, needs }. */
export async function librariesOf({ outputs }, unused) {
  const { packages } = JSON.parse(await readFile(path("package-lock.json"), "utf8"));
  const seen = new Set();
  for (const { inputs } of Object.values(outputs))
    for (const [file, { bytesInOutput }] of Object.entries(inputs))
      if (bytesInOutput > 0 && file.includes("node_modules/")) seen.add(folderOf(file));
  for (const folder of sealed) if (seen.has(folder)) addAll(folder, packages, seen);
  const found = new Map();
  for (const folder of [...seen].sort()) {
    const locked = packages[folder];
    const { name, version, license } = JSON.parse(await readFile(path(`${folder}/package.json`), "utf8"));
    if (license === undefined) throw new Error(`${name} ${version} has no licence`);
    const needs = Object.keys(locked.dependencies ?? {})
      .filter((need) => !unused.includes(need))
      .map((need) => resolved(folder, need, packages))
      .filter((need) => seen.has(need));
    const key = `${name}@${version}`;
    const before = found.get(key)?.needs ?? [];
    found.set(key, {
      name,
      version,
      license,
      integrity: locked.integrity,
      folder,
      needs: [...new Set([...before, ...needs.map((need) => keyOf(need, packages))])].sort(),
    });
  }
  return [...found.values()].sort((a, b) => (keyOfLibrary(a) < keyOfLibrary(b) ? -1 : 1));
}

export function keyOfLibrary({ name, version }) {
  return `${name}@${version}`;
}

function keyOf(folder, packages) {
  return `${folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length)}@${packages[folder].version}`;
}

function folderOf(file) {
  const start = file.lastIndexOf("node_modules/") + "node_modules/".length;
  const [first, second] = file.slice(start).split("/");
  return file.slice(0, start) + (first.startsWith("@") ? `${first}/${second}` : first);
}

function addAll(folder, packages, seen) {
  for (const need of Object.keys(packages[folder].dependencies ?? {})) {
    const found = resolved(folder, need, packages);
    // Types are gone from what runs.
    if (need.startsWith("@types/") || seen.has(found)) continue;
    seen.add(found);
    addAll(found, packages, seen);
  }
}

/** Where Node finds a library that one in a folder asks for: in its own node_modules, or in one further up. */
function resolved(folder, name, packages) {
  for (let at = folder; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    const found = `${at}/node_modules/${name}`;
    if (found in packages) return found;
  }
  return `node_modules/${name}`;
}
