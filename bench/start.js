// Builds the tool and the benchmark, then runs it: `npm run bench -- --help`.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = `${root}node_modules/.cache/evaluate-bench/js`;

for (const project of ["tsconfig.build.json", "bench/tsconfig.json"]) {
  const { status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", project], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}
mkdirSync(out, { recursive: true });
// Below node_modules the package's own "type" is not looked at.
writeFileSync(`${out}/package.json`, '{ "type": "module" }\n');
await import(pathToFileURL(`${out}/run.js`).href);
