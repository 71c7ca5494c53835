#!/usr/bin/env node
import { existsSync } from "node:fs";
import { setFlagsFromString } from "node:v8";

// Most runs end before optimised code pays for its compiling; long ones lose nothing. V8 10 to 13 know the flag.
if (/^1[0-3]\./.test(process.versions.v8)) setFlagsFromString("--interrupt-budget=500000");

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
