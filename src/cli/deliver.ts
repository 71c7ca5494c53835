import type { Report } from "../model/report.ts";
import { usualWordings } from "../plan/wording.ts";
import { renderers } from "../render/renderers.ts";
import { type Output, writeAll } from "./outputs.ts";
import type { RunOptions } from "./run-options.ts";
import { printing, type Shell } from "./shell.ts";

// A file must not depend on the terminal that it was made in.
const fileWidth = 120;

interface Delivery extends Pick<RunOptions, "outputs" | "stdout" | "groupBy"> {
  /** A page for each unit, which were all asked for by name. */
  readonly cards: boolean;
}

/** Renders every output before the first is written, then writes the files, then prints. */
export async function deliver(report: Report, options: Delivery, shell: Shell): Promise<void> {
  const { language } = shell;
  const { groupBy, cards } = options;
  const wordings = options.outputs.some(({ format }) => format === "docx")
    ? await usualWordings()
    : undefined;
  const plain = {
    language,
    width: fileWidth,
    colour: false,
    groupBy,
    cards,
    ...(wordings === undefined ? {} : { wordings }),
  };
  const outputs: Output[] = [];
  for (const { file, format } of options.outputs) {
    outputs.push({ file, data: await renderers[format](report, plain) });
  }
  const printed =
    options.stdout === null
      ? null
      : await renderers[options.stdout](report, { ...printing(shell), groupBy, cards });
  await writeAll(outputs, shell);
  for (const { file } of outputs) await shell.note(written[language](file));
  if (printed !== null) await shell.print(printed);
}

const written = {
  zh: (file: string) => `已写出 ${file}`,
  en: (file: string) => `Wrote ${file}`,
};
