#!/usr/bin/env node
import { existsSync } from "node:fs";

const built = new URL("../dist/bundle/main.js", import.meta.url);
if (existsSync(built)) {
  const { main } = await import(built.href);
  process.exitCode = await main(process);
  // After an interrupt the run may still be reading; it is not waited for.
  if (process.exitCode === 130) process.exit();
} else {
  process.stderr.write("evaluate: dist/ is missing; run `npm run build` first\n");
  process.exitCode = 70;
}
