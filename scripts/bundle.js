// After tsc: puts dist together into a few files that load in one go, and prepares the bundled rules.
// A short run spends most of its time on loading modules and on parsing YAML.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { sha256Of } from "../dist/plan/prepared-rules.js";
import { parseYaml } from "../dist/plan/yaml-file.js";

const root = new URL("../", import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));

/** Two lines as a bundler wants them: what zod does not need stays out, and the calendar comes in. */
const leaner = {
  name: "leaner",
  setup: (step) =>
    step.onLoad({ filter: /[\\/]dist[\\/].*\.js$/ }, async ({ path: file }) => {
      const text = await readFile(file, "utf8");
      const contents = text
        .replace('import { z } from "zod";', 'import * as z from "zod";')
        .replace(/createRequire\(import\.meta\.url\)\(/, "require(");
      return { contents, loader: "js" };
    }),
};

await rm(path("dist/bundle"), { recursive: true, force: true });
await build({
  plugins: [leaner],
  // The second is what reading threads run; it is looked for beside the first.
  entryPoints: { main: path("dist/cli/main.js"), thread: path("dist/ingest/workers/thread.js") },
  outdir: path("dist/bundle"),
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  logLevel: "warning",
  // Names stay, for the stack of a bug; comments and blanks cost time at each start.
  minifyWhitespace: true,
  minifySyntax: true,
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
