import { listPlans } from "../plan/load.ts";
import { type Block, cell, table } from "../render/blocks.ts";
import { asJson } from "../render/json.ts";
import { printBlocks } from "../render/terminal.ts";
import type { Act } from "./commands.ts";
import { OptionReader } from "./options.ts";
import type { Shell } from "./shell.ts";

export const plans: Act = async (shell, _, raw) => {
  const read = new OptionReader(raw);
  const format = read.oneOf("format", ["table", "json"]);
  read.done();
  const found = await listPlans({ cwd: shell.cwd });
  if (format === "json") {
    await shell.print(asJson(found));
    return 0;
  }
  await shell.print(
    printBlocks([listed(found, shell)], { width: shell.width, colour: shell.colour.stdout > 0 }),
  );
  return 0;
};

type Listed = Awaited<ReturnType<typeof listPlans>>[number];

function listed(rows: readonly Listed[], { language }: Shell): Block {
  const titles = { zh: ["编号", "方案", "文号", "印发日期"], en: ["id", "title", "document", "issued"] }[
    language
  ];
  return table(
    titles.map((title, index) => ({ title, ...(index === 1 ? { grows: true } : {}) })),
    rows.map(({ id, title, document, issued }) => [
      cell(id, "strong"),
      cell(title),
      cell(document ?? "—"),
      cell(String(issued)),
    ]),
  );
}
