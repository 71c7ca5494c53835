import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import type { Peer } from "./peer.ts";

/** Only reading, rows as arrays: its fastest form. */
export const csvParse: Peer = async (file) => {
  let rows = -1;
  for await (const row of createReadStream(file).pipe(parse({ bom: true }))) if (row.length > 0) rows++;
  return { rows };
};
