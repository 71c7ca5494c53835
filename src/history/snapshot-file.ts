import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { type Correction, correctionSchema, type Past, pastSchema } from "../model/past.ts";
import type { Report } from "../model/report.ts";

/** A report of 2,000 units by 500 indicators is about 600 MB of text; a file beyond that is none of ours. */
const LARGEST = 1024 ** 3;
/** Reports shrink to a twentieth or less, those of many units alike to a fiftieth: a bomb a thousandfold. */
const MOST_PACKED = 100;
const SMALL = 16 * 1024 ** 2;
const VERSION = 1;

const envelope = z.object({
  snapshotVersion: z.number().int().min(1),
  report: z.unknown(),
  corrected: z.array(correctionSchema).optional(),
});

/** How the report inside is read, by the version of the snapshot: old ones stay readable. */
const readers: Readonly<Record<number, (report: unknown) => Past>> = {
  1: (report) => pastSchema.parse(report),
};

/**
 * A snapshot's bytes: the whole report, packed, and what it put right in a result that it took the place of;
 * the same gives the same bytes.
 */
export function encodeSnapshot(report: Report, corrected: readonly Correction[] = []): Buffer {
  const more = corrected.length === 0 ? {} : { corrected };
  return gzipSync(`${JSON.stringify({ snapshotVersion: VERSION, ...more, report })}\n`, { level: 6 });
}

export type Decoded = { readonly past: Past } | { readonly damage: Damage };

/** Why a snapshot cannot be read. */
export interface Damage {
  readonly why: "packing" | "too-large" | "json" | "version" | "shape";
  readonly detail: string;
}

/** Reads a snapshot; a file that is cut short or changed is told by its packing, which carries a checksum. */
export function decodeSnapshot(bytes: Uint8Array): Decoded {
  let text: string;
  try {
    text = gunzipSync(bytes, { maxOutputLength: mostOf(bytes) }).toString("utf8");
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    const large = code === "ERR_BUFFER_TOO_LARGE" || code === "ERR_STRING_TOO_LONG";
    return { damage: { why: large ? "too-large" : "packing", detail: code } };
  }
  const parsed = envelope.safeParse(json(text));
  if (!parsed.success) return { damage: { why: "json", detail: "" } };
  const { snapshotVersion, report, corrected } = parsed.data;
  const read = readers[snapshotVersion];
  if (read === undefined) return { damage: { why: "version", detail: String(snapshotVersion) } };
  try {
    const past = read(report);
    return { past: corrected === undefined ? past : { ...past, corrected } };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return { damage: { why: "shape", detail: error.issues[0]?.path.join(".") ?? "" } };
  }
}

function mostOf({ length }: Uint8Array): number {
  return Math.min(LARGEST, Math.max(SMALL, length * MOST_PACKED));
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
export function digestOf({ quality, escalation, corrected, inputs, ...found }: Past): string {
  // A file is what is in it, wherever it lies.
  const contents = inputs.map(({ sha256 }) => sha256).sort();
  return createHash("sha256")
    .update(JSON.stringify({ ...found, contents }))
    .digest("hex");
}

/** The figures of a report as they will be read back. */
export function pastOf(report: Report): Past {
  return pastSchema.parse(report);
}
