import type { Report } from "../../model/report.ts";
import type { RenderOptions } from "../renderer.ts";
import { bulletin } from "./bulletin/bulletin.ts";
import { docxOf } from "./docx.ts";

/** The bulletin as a Word file. */
export async function renderDocx(
  report: Report,
  { language, wordings }: Pick<RenderOptions, "language" | "wordings">,
): Promise<Uint8Array> {
  if (wordings === undefined) throw new Error("a bulletin needs the wording of rules/wording");
  return docxOf(bulletin(report, wordings, language), report, language);
}
