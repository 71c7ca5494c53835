import { type Problem, ProblemError } from "../../problem.ts";
import type { ByteSource } from "../byte-source.ts";
import { memberSource } from "../byte-source.ts";
import type { Opened } from "../open.ts";
import { within } from "../place.ts";
import type { ReadLimits, SourceFile } from "../reader.ts";
import { refuse } from "../refuse.ts";
import { INSIDE, isLockFile, isSpreadsheetName } from "../spreadsheet-names.ts";
import type { Container } from "./container.ts";

type OpenMember = (source: ByteSource, file: string) => Promise<Opened>;

/** Opens every spreadsheet in an archive as a file of its own; all that is wrong is reported at once. */
export async function openArchive(
  container: Container,
  archive: string,
  limits: ReadLimits,
  open: OpenMember,
): Promise<Opened> {
  const files: SourceFile[] = [];
  const skipped: Opened["skipped"][number][] = [];
  const problems: Problem[] = [];
  for (const member of container.members.filter(({ name }) => isSpreadsheetName(name))) {
    const file = `${archive}${INSIDE}${member.name}`;
    if (isLockFile(member.name)) {
      skipped.push({ file, code: "lock-file" });
      continue;
    }
    try {
      const opened = await within({ file }, () => open(memberSource(member, limits), file));
      files.push(...opened.files);
      skipped.push(...opened.skipped);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) {
    await Promise.all(files.map((file) => file.close()));
    throw new ProblemError(problems);
  }
  if (files.length === 0 && skipped.length === 0) refuse("D004", { file: archive }, "zip");
  return { files: closingTogether(files, () => container.close()), skipped };
}

/** The archive stays open as long as one of its members is. */
function closingTogether(files: readonly SourceFile[], close: () => void): SourceFile[] {
  const open = new Set(files);
  if (open.size === 0) close();
  return files.map((file) => ({
    ...file,
    close: async () => {
      await file.close();
      if (open.delete(file) && open.size === 0) close();
    },
  }));
}
