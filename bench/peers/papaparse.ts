import { createReadStream } from "node:fs";
import Papa from "papaparse";
import { CaseTally, neededColumns } from "../aggregates.ts";
import type { Peer } from "./peer.ts";

/** The same aggregates over rows that papaparse hands out. */
export const papaparse: Peer = (file) =>
  new Promise((resolve, reject) => {
    const tally = new CaseTally();
    let places: number[] | null = null;
    Papa.parse<string[]>(createReadStream(file, "utf8"), {
      fastMode: true,
      skipEmptyLines: true,
      chunk: ({ data }) => {
        for (const row of data) {
          if (places === null) places = neededColumns.map((name) => row.indexOf(name));
          else tally.add(places.map((at) => row[at] ?? ""));
        }
      },
      complete: () => resolve(tally.result()),
      error: reject,
    });
  });
