import type { Report } from "../model/report.ts";
import { renderers } from "../render/index.ts";
import { type Output, writeAll } from "./outputs.ts";
import type { RunOptions } from "./run-options.ts";
import { printing, type Shell } from "./shell.ts";

// A file must not depend on the terminal that it was made in.
const fileWidth = 120;

/** Renders every output before the first is written, then writes the files, then prints. */
export async function deliver(report: Report, options: RunOptions, shell: Shell): Promise<void> {
  const { language } = shell;
  const { groupBy } = options;
  const plain = { language, width: fileWidth, colour: false, groupBy };
  const outputs: Output[] = [];
  for (const { file, format } of options.outputs) {
    outputs.push({ file, data: await renderers[format](report, plain) });
  }
  const printed =
    options.stdout === null ? null : await renderers[options.stdout](report, { ...printing(shell), groupBy });
  await writeAll(outputs, shell);
  for (const { file } of outputs) await shell.note(written[language](file));
  if (printed !== null) await shell.print(printed);
}

const written = {
  zh: (file: string) => `已写出 ${file}`,
  en: (file: string) => `Wrote ${file}`,
};
