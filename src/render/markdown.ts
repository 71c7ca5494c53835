import type { Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import type { Block, Cell, Line, Table, TableSection } from "./blocks.ts";
import { contentOf } from "./content.ts";
import { fitBlocks } from "./fit-blocks.ts";
import type { RenderOptions } from "./renderer.ts";
import { clean } from "./text.ts";

/** GitHub takes comments of 65,536 characters; a little is left for what others put around it. */
const LONGEST = 65_000;

const leftOut = {
  zh: (count: number) =>
    `……此处略去 ${count} 行：本格式用于贴进网页评论，最长 65,536 字。完整内容用 -o report.html 或 -o report.xlsx 写出。`,
  en: (count: number) =>
    `… ${count} rows are left out here: a comment takes 65,536 characters. -o report.html or -o report.xlsx has them all.`,
} satisfies Record<Language, unknown>;

/** Fit for a comment on a pull request: the figures open, the rest folded, never too long to post. */
export function renderMarkdown(report: Report, options: RenderOptions): string {
  const blocks = fitBlocks(contentOf(report, options), {
    limit: LONGEST,
    lengthOf: (section) => write(section).length + BETWEEN.length,
    leftOut: leftOut[options.language],
  });
  return `${write(blocks)}\n`;
}

const BETWEEN = "\n\n";

function write(blocks: readonly Block[]): string {
  return blocks.flatMap(writeBlock).join(BETWEEN);
}

function writeBlock(block: Block): string[] {
  switch (block.kind) {
    case "heading":
      return [`${"#".repeat(block.level)} ${escapeMarkdown(block.text)}`];
    case "lines":
      return block.lines.map(writeLine);
    case "list":
      return [block.items.map((item) => `- ${writeLine(item)}`).join("\n")];
    case "fields":
      return [
        `**${escapeMarkdown(block.title)}**`,
        block.fields.map(([label, text]) => `- ${label} ${escapeMarkdown(text)}`).join("\n"),
      ];
    case "table":
      return block.sections.flatMap((section) => writeSection(block, section));
    case "details":
      return [
        `<details>\n<summary>${escapeMarkdown(block.summary)}</summary>`,
        ...block.blocks.flatMap(writeBlock),
        "</details>",
      ];
    default:
      return block satisfies never;
  }
}

function writeSection({ columns, belowFrom }: Table, { title, rows, after }: TableSection): string[] {
  const head = `| ${columns.map((column) => escapeMarkdown(column.title)).join(" | ")} |`;
  const rule = `| ${columns.map(({ right }) => (right ? "---:" : "---")).join(" | ")} |`;
  const body = rows.map(({ cells, below }) => {
    const written = cells.map((one, index) => writeCell(one, index === belowFrom ? below : []));
    return `| ${written.join(" | ")} |`;
  });
  return [
    ...(title === null ? [] : [`**${escapeMarkdown(title.text)}**`]),
    ...(rows.length === 0 ? [] : [[head, rule, ...body].join("\n")]),
    ...after.map(writeLine),
  ];
}

function writeCell({ lines }: Cell, below: readonly string[]): string {
  return [...lines, ...below].map(escapeMarkdown).join("<br>");
}

function writeLine({ text, tone }: Line): string {
  const written = escapeMarkdown(text);
  return tone === "strong" || tone === "bad" ? `**${written}**` : written;
}

/** Data as plain words: no markup, no HTML, no pipes, no pings of people. */
export function escapeMarkdown(text: string): string {
  return clean(text)
    .trim()
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/[\\`*_{}[\]|~$]/g, "\\$&")
    .replace(/^(\s*)([#>+-]|\d+[.)])(?=\s|$)/, "$1\\$2")
    .replace(/@(?=\w)/g, "@\u2060");
}
