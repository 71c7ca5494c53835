import { argv } from "node:process";
import type { Peer } from "./peer.ts";

/** Each loads its library when called, so that nobody pays for another. */
export const peers = {
  inflate: async () => (await import("./inflate.ts")).inflate,
  exceljs: async () => (await import("./exceljs.ts")).exceljs,
  hucre: async () => (await import("./hucre.ts")).hucre,
  sheetjs: async () => (await import("./sheetjs.ts")).sheetjs,
  "csv-parse": async () => (await import("./csv-parse.ts")).csvParse,
  papaparse: async () => (await import("./papaparse.ts")).papaparse,
  duckdb: async () => (await import("./duckdb.ts")).duckdb,
} satisfies Record<string, () => Promise<Peer>>;

// node peers/main.js NAME FILE [THREADS]: one peer in a process of its own.
const [, , name = "", file = "", threads] = argv;
const peer = await peers[name as keyof typeof peers]();
const result = await peer(file, threads === undefined ? {} : { threads: Number(threads) });
console.log(JSON.stringify(result));
