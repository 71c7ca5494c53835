import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { type Past, pastSchema } from "../model/past.ts";
import type { Report } from "../model/report.ts";

/** A report of 2,000 units by 500 indicators is about 600 MB of text; a file beyond that is none of ours. */
const LARGEST = 1024 ** 3;
const VERSION = 1;

const envelope = z.object({ snapshotVersion: z.number().int(), report: z.unknown() });

/** How the report inside is read, by the version of the snapshot: old ones stay readable. */
const readers: Readonly<Record<number, (report: unknown) => Past>> = {
  1: (report) => pastSchema.parse(report),
};

/** A snapshot's bytes: the whole report, packed; the same report gives the same bytes. */
export function encodeSnapshot(report: Report): Buffer {
  return gzipSync(`${JSON.stringify({ snapshotVersion: VERSION, report })}\n`, { level: 6 });
}

export type Decoded = { readonly past: Past } | { readonly damage: Damage };

/** Why a snapshot cannot be read. */
export interface Damage {
  readonly why: "packing" | "json" | "version" | "shape";
  readonly detail: string;
}

/** Reads a snapshot; a file that is cut short or changed is told by its packing, which carries a checksum. */
export function decodeSnapshot(bytes: Uint8Array): Decoded {
  let text: string;
  try {
    text = gunzipSync(bytes, { maxOutputLength: LARGEST }).toString("utf8");
  } catch (error) {
    return { damage: { why: "packing", detail: (error as NodeJS.ErrnoException).code ?? "" } };
  }
  const parsed = envelope.safeParse(json(text));
  if (!parsed.success) return { damage: { why: "json", detail: "" } };
  const { snapshotVersion, report } = parsed.data;
  const read = readers[snapshotVersion];
  if (read === undefined) return { damage: { why: "version", detail: String(snapshotVersion) } };
  try {
    return { past: read(report) };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return { damage: { why: "shape", detail: error.issues[0]?.path.join(".") ?? "" } };
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What a run found, whatever the language and version it was said in: two runs of one day with the same
 * digest are one result. What follows from the files, or from other runs, is left out.
 */
export function digestOf({ quality, escalation, ...found }: Past): string {
  return createHash("sha256").update(JSON.stringify(found)).digest("hex");
}

/** The figures of a report as they will be read back. */
export function pastOf(report: Report): Past {
  return pastSchema.parse(report);
}
