import type { Language } from "../../../model/language.ts";
import type { Report, SheetReport } from "../../../model/report.ts";
import { NOTHING } from "../../blocks.ts";
import { counted } from "../../figures.ts";
import { findings } from "../../sections/quality.ts";
import { exclusionWord } from "../../words.ts";
import { type Html, html, nothing } from "../markup.ts";
import type { Page, Section } from "../page.ts";
import { type HtmlColumn, type HtmlRow, list, plainBox } from "../table.ts";

const texts = {
  zh: {
    title: "数据质量",
    caption: "每个表的行数：行数 = 采用 + 排除 + 拒收",
    columns: ["文件", "工作表", "数据集", "行数", "采用", "排除", "拒收", "缺少的列"],
    unused: "未使用",
    hidden: "隐藏",
    noInputs: "没有读入任何文件。",
    parts: ["缺少的数据", "疑点", "说明"],
    clean: "未发现疑点。",
    between: "、",
  },
  en: {
    title: "Data quality",
    caption: "Rows of each sheet: rows = used + excluded + rejected",
    columns: ["File", "Sheet", "Dataset", "Rows", "Used", "Excluded", "Rejected", "Missing columns"],
    unused: "not used",
    hidden: "hidden",
    noInputs: "No file was read.",
    parts: ["What is lacking", "What is doubtful", "Remarks"],
    clean: "Nothing doubtful was found.",
    between: ", ",
  },
} satisfies Record<Language, unknown>;

/** Whether the figures can be trusted. */
export function quality({ report, language }: Page): Section {
  const say = texts[language];
  const lists = findings(report, language).map((items, index) =>
    items.length === 0 ? nothing : html`<h3>${say.parts[index]}</h3>${list(items)}\n`,
  );
  const [lacking, doubts] = findings(report, language);
  const clean = lacking.length + doubts.length === 0 ? html`<p class="good">${say.clean}</p>` : nothing;
  return { id: "quality", title: say.title, body: html`${sheets(report, language)}${clean}${lists}` };
}

function sheets({ inputs }: Report, language: Language): Html {
  const say = texts[language];
  if (inputs.length === 0) return html`<p class="warn">${say.noInputs}</p>`;
  const columns: HtmlColumn[] = say.columns.map((title, index) => ({
    title,
    ...(index === 1 ? { head: true } : {}),
    ...(index > 2 && index < 7 ? { right: true } : {}),
    ...(index === 7 ? { wide: true } : {}),
    sort: index > 2 && index < 7 ? "down" : "up",
  }));
  const rows = inputs.flatMap(({ file, sheets }) => sheets.map((sheet) => rowOf(file, sheet, language)));
  return plainBox({ caption: say.caption, columns }, rows);
}

function rowOf(file: string, sheet: SheetReport, language: Language): HtmlRow {
  const say = texts[language];
  const excluded = Object.entries(sheet.excluded).filter(([, count]) => count > 0);
  const sum = excluded.reduce((total, [, count]) => total + count, 0);
  const why = excluded.map(
    ([reason, count]) => html`<small>${exclusionWord(reason, language)} ${counted(count)}</small>`,
  );
  return {
    cells: [
      file,
      html`${sheet.name}${sheet.hidden ? html` <small class="beside">${say.hidden}</small>` : nothing}`,
      sheet.dataset ?? html`<span class="muted">${say.unused}</span>`,
      { content: counted(sheet.rows), key: sheet.rows },
      { content: counted(sheet.used), key: sheet.used },
      { content: html`${counted(sum)}${why}`, key: sum },
      {
        content: sheet.rejected > 0 ? html`<span class="bad">${counted(sheet.rejected)}</span>` : "0",
        key: sheet.rejected,
      },
      sheet.missing.length === 0
        ? NOTHING
        : html`<span class="warn">${sheet.missing.join(say.between)}</span>`,
    ],
  };
}
