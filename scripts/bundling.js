// How dist/ is put together into a few files that load in one go.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { sha256Of } from "../dist/plan/prepared-rules.js";
import { parseYaml } from "../dist/plan/yaml-file.js";

const root = new URL("../", import.meta.url);
export const path = (name) => fileURLToPath(new URL(name, root));

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

/** Node warns of an old constructor unless the caller lies in node_modules, and a bundle does not. */
const quieter = {
  name: "quieter",
  setup: (step) =>
    step.onLoad({ filter: /[\\/]archiver-utils[\\/]index\.js$/ }, async ({ path: file }) => {
      const text = await readFile(file, "utf8");
      const contents = text
        .replace(/new Buffer\((0|size)\)/g, "Buffer.alloc($1)")
        .replaceAll("new Buffer(", "Buffer.from(");
      return { contents, loader: "js" };
    }),
};

/** Modules that stay empty: a library asks for them, but not the part of it that is used here. */
const emptied = (names) => ({
  name: "emptied",
  setup: (step) => {
    const filter = new RegExp(`^(${names.join("|")})$`);
    step.onResolve({ filter }, ({ path: name }) => ({ path: name, namespace: "empty" }));
    step.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "module.exports = {};" }));
  },
});

/** Writes the bundle into a folder and says what is in it (esbuild's metafile). */
export async function bundle(outdir, { external = [], empty = [] }) {
  await rm(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    plugins: empty.length === 0 ? [leaner, quieter] : [leaner, quieter, emptied(empty)],
    // The second is what reading threads run; it is looked for beside the first.
    entryPoints: { main: path("dist/cli/main.js"), thread: path("dist/ingest/workers/thread.js") },
    absWorkingDir: path("."),
    outdir,
    external,
    bundle: true,
    splitting: true,
    metafile: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    logLevel: "warning",
    // Names stay, for the stack of a bug; comments and blanks cost time at each start.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    // Libraries in the older form of modules know their own file.
    define: { __filename: "import.meta.filename", __dirname: "import.meta.dirname" },
    banner: {
      js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
    },
  });
  return metafile;
}

/** Writes the bundled rules as they are once parsed, each named after the hash of its file. */
export async function prepareRules(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(path("rules"), { recursive: true })) {
    if (!name.endsWith(".yaml")) continue;
    const bytes = await readFile(path(`rules/${name}`));
    await writeFile(join(folder, `${sha256Of(bytes)}.json`), JSON.stringify(parseYaml(bytes, name).data));
  }
}
