#!/usr/bin/env node
import { existsSync } from "node:fs";

const main = new URL("../dist/cli/main.js", import.meta.url);
if (!existsSync(main)) {
  process.stderr.write("evaluate: dist/ is missing; run `npm run build` first\n");
  process.exit(70);
}
const { main: run } = await import(main.href);
process.exitCode = await run(process);
