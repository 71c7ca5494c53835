import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { renderHtml } from "../../src/render/html/index.ts";
import { evaluate } from "../cli/fake-process.ts";
import { crowdedReport } from "../render/crowded-report.ts";

const fixture = fileURLToPath(new URL("../../fixtures/jiayuguan-2022/data.xlsx", import.meta.url));

export const folder = mkdtempSync(join(tmpdir(), "evaluate-system-"));

async function run(...args: string[]): Promise<void> {
  const { code, stderr } = await evaluate(args, { cwd: folder });
  if (code !== 0) throw new Error(`evaluate ${args.join(" ")} ended with ${code}: ${stderr}`);
}

/** Reports as users make them: the fixture in two languages, a plan of many tasks, and a crowded one. */
export async function writeReports(): Promise<Record<"zh" | "en" | "tasks" | "crowded", string>> {
  const at = ["--as-of", "2022-10-20"];
  await run("--plan", "jiayuguan-2022", fixture, ...at, "-o", "zh.html");
  await run("--plan", "jiayuguan-2022", fixture, ...at, "--lang", "en", "-o", "en.html");
  await run("sample", "pingdingshan-2021", "-o", "sample.xlsx", "--seed", "7");
  await run("--plan", "pingdingshan-2021", "sample.xlsx", "--as-of", "2021-12-01", "-o", "tasks.html");
  writeFileSync(join(folder, "crowded.html"), await renderHtml(crowdedReport(60, 40), { language: "zh" }));
  const url = (name: string) => pathToFileURL(join(folder, `${name}.html`)).href;
  return { zh: url("zh"), en: url("en"), tasks: url("tasks"), crowded: url("crowded") };
}
