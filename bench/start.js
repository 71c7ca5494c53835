// Builds the tool and the benchmark, then runs it: `npm run bench -- --help`.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = `${root}node_modules/.cache/evaluate-bench/js`;

const tsc = "node_modules/typescript/bin/tsc";
const scale = process.argv[2] === "scale";
for (const step of [
  [tsc, "-p", "tsconfig.build.json"],
  ["scripts/bundle.js"],
  [tsc, "-p", "bench/tsconfig.json"],
  ...(scale ? [[tsc, "-p", "bench/scale/tsconfig.json"]] : []),
]) {
  const { status } = spawnSync(process.execPath, step, { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
mkdirSync(out, { recursive: true });
// Below node_modules the package's own "type" is not looked at.
writeFileSync(`${out}/package.json`, '{ "type": "module" }\n');
// The cluster is that of the tests: two folders of sources, put together into one file.
if (scale) {
  const { build } = await import("esbuild");
  const [entry, outfile] = [`${root}bench/scale/main.ts`, `${out}/scale.js`];
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
  });
}
await import(pathToFileURL(`${out}/${scale ? "scale" : "run"}.js`).href);
