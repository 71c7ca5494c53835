// After tsc: puts dist together into a few files that load in one go, and prepares the bundled rules.
// A short run spends most of its time on loading modules and on parsing YAML.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { sha256Of } from "../dist/plan/prepared-rules.js";
import { parseYaml } from "../dist/plan/yaml-file.js";

const root = new URL("../", import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));

await rm(path("dist/bundle"), { recursive: true, force: true });
await build({
  entryPoints: [path("dist/cli/main.js")],
  outdir: path("dist/bundle"),
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  logLevel: "warning",
  // Large, and loaded only when a format needs them.
  external: ["@e965/xlsx", "docx", "echarts", "exceljs"],
  banner: {
    js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
  },
});

await rm(path("dist/rules"), { recursive: true, force: true });
await mkdir(path("dist/rules"));
for (const name of await readdir(path("rules"), { recursive: true })) {
  if (!name.endsWith(".yaml")) continue;
  const bytes = await readFile(path(`rules/${name}`));
  await writeFile(path(`dist/rules/${sha256Of(bytes)}.json`), JSON.stringify(parseYaml(bytes, name).data));
}
