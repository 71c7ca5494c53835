import { readFile, stat } from "node:fs/promises";
import { dirname, extname, resolve } from "node:path";
import type { PresentationFile } from "../model/plan.ts";
import { type Presentation, plainPresentation, type Worded } from "../model/presentation.ts";
import type { Findings } from "./findings.ts";
import type { Groups } from "./groups.ts";
import { wordingsNamed } from "./wording.ts";

export interface Presented {
  readonly presentation: Presentation;
  readonly order: readonly string[];
  /** Of the logo and the wording, so that they are not overwritten by a report. */
  readonly files: readonly string[];
}

interface Context {
  readonly planPath: string;
  readonly findings: Findings;
  readonly groups: Groups;
  /** A path as problems call it. */
  readonly show: (path: string) => string;
}

/** What a plan's `report:` block says, its logo read in, its order as the directory's names. */
export async function presentationOf(
  file: PresentationFile | undefined,
  { planPath, findings, groups, show }: Context,
): Promise<Presented> {
  if (file === undefined) return { presentation: plainPresentation, order: [], files: [] };
  const order = file.order ?? [];
  groups.checkNames(order, "report", ["report", "order"]);
  const presentation = {
    title: worded(file.title),
    subtitle: worded(file.subtitle),
    preface: worded(file.preface),
    closing: worded(file.closing),
    whole: worded(file.whole),
  };
  const path = file.logo === undefined ? null : resolve(dirname(planPath), file.logo);
  const logo = path === null ? null : await logoAt(path, file.logo ?? "", findings);
  const { own, files } = await wordingsNamed([file.wording ?? []].flat(), planPath, findings, show);
  return {
    presentation: {
      ...presentation,
      logo,
      ...(file.draft === undefined ? {} : { draft: file.draft }),
      ...(files.length === 0 ? {} : { wording: own }),
    },
    order: groups.spellOut(order),
    files: [...(path === null ? [] : [path]), ...files],
  };
}

/** A text alone stands for both languages. */
function worded(text: PresentationFile["title"]): Worded {
  if (typeof text === "string") return { zh: text, en: text };
  return { zh: text?.zh ?? null, en: text?.en ?? null };
}

const LARGEST_LOGO = 512 * 1024;

const pictures: Readonly<Record<string, { type: string; is: (bytes: Buffer) => boolean }>> = {
  ".png": { type: "image/png", is: (bytes) => bytes.subarray(0, 4).equals(Buffer.from("\x89PNG", "latin1")) },
  ".jpg": { type: "image/jpeg", is: isJpeg },
  ".jpeg": { type: "image/jpeg", is: isJpeg },
  ".svg": { type: "image/svg+xml", is: (bytes) => /<svg[\s>]/.test(bytes.toString("utf8")) },
};

function isJpeg(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}

async function logoAt(path: string, written: string, findings: Findings): Promise<string | null> {
  const at = ["report", "logo"];
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) {
    findings.add("R024", at, { file: written });
    return null;
  }
  const picture = pictures[extname(path).toLowerCase()];
  const bytes = found.size > LARGEST_LOGO ? null : await readFile(path);
  if (picture === undefined || bytes === null || !picture.is(bytes)) {
    const expected = `.png | .jpg | .svg, ≤ ${LARGEST_LOGO / 1024} KB`;
    findings.add("R005", at, { key: "logo", value: written, expected });
    return null;
  }
  return `data:${picture.type};base64,${bytes.toString("base64")}`;
}
