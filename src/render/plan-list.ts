import { cell, line, NOTHING, plainTable, row } from "./blocks.ts";
import type { RenderOptions } from "./renderer.ts";
import { printBlocks } from "./terminal.ts";

const texts = {
  zh: { columns: ["编号", "方案", "文号", "印发", "文件"], none: "没有方案。" },
  en: { columns: ["Id", "Plan", "Document", "Issued", "File"], none: "There are no plans." },
};

export interface PlanSummary {
  readonly id: string;
  readonly title: string;
  readonly document: string | null;
  readonly issued: string;
  readonly file: string;
}

export function renderPlans(plans: readonly PlanSummary[], options: RenderOptions): string {
  const say = texts[options.language];
  if (plans.length === 0) return printBlocks([{ kind: "lines", lines: [line(say.none)] }], options);
  const columns = say.columns.map((title, index) =>
    index === 1 || index === 4 ? { title, grows: true } : { title },
  );
  const rows = plans.map((plan) =>
    row([plan.id, plan.title, plan.document ?? NOTHING, plan.issued, plan.file].map((text) => cell(text))),
  );
  return printBlocks([plainTable(columns, rows)], options);
}
