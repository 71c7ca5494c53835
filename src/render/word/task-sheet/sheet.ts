import type { Language } from "../../../model/language.ts";
import type { Report } from "../../../model/report.ts";
import type { Wordings } from "../../../model/wording.ts";
import { counted } from "../../figures.ts";
import { pageHeader } from "../page-header.ts";
import { type Paper, type PaperBlock, paragraphs } from "../paper.ts";
import { inOne } from "../phrases.ts";
import { type Speaker, speakerOf } from "../speaker.ts";
import { headForm, replyForm } from "./forms.ts";
import { itemTables } from "./items.ts";
import type { Owed } from "./owed.ts";
import { requirements, sharedLine } from "./requirements.ts";
import { standing } from "./standing.ts";

/** Where a ledger lists the records of a unit. */
export interface LedgerPlace {
  readonly file: string;
  /** Whether it lists no other unit's. */
  readonly own: boolean;
  readonly rows: number;
}

export interface SheetOptions {
  readonly language: Language;
  readonly wordings: Wordings;
  readonly ledger: LedgerPlace | null;
}

/** One unit's task sheet (任务交办单): what, by when, how many, where the list is, and room to answer. */
export function taskSheet(owed: Owed, report: Report, options: SheetOptions): Paper {
  const { language, wordings, ledger } = options;
  const speaker = speakerOf("task-sheet", report, wordings, language);
  const { unit } = owed.unit;
  const title = speaker.say("title");
  const [first, ...more] = itemTables(owed, language);
  const blocks: PaperBlock[] = [
    ...paragraphs("sheet-title", title),
    ...paragraphs("sheet-number", speaker.say("number", { number: sheetNumber(report, unit) })),
    headForm(owed, speaker),
    ...paragraphs(
      "sheet-body",
      inOne([intro(owed, speaker), ...standing(owed.unit, speaker)], language),
      ledgerLine(unit, ledger, speaker),
      report.synthetic ? speaker.say("synthetic") : "",
    ),
    ...(first === undefined ? [] : [first]),
    // Word grows tables that touch into one.
    ...more.flatMap((table): PaperBlock[] => [{ kind: "paragraph", form: "sheet-gap", lines: [""] }, table]),
    ...paragraphs("sheet-heading", speaker.say("requirements")),
    ...paragraphs("sheet-body", ...requirements(owed, speaker), sharedLine(owed, speaker)),
    ...paragraphs("sheet-heading", speaker.say("reply")),
    replyForm(language),
  ];
  return {
    title: `${title} ${unit}`,
    subject: report.plan.title,
    owner: unit,
    header: pageHeader(report, language),
    sections: [{ across: false, blocks }],
  };
}

/** Year, plan, unit and the day of the data as serial: a later sheet of the same unit has a higher one. */
function sheetNumber({ plan, asOf }: Report, unit: string): string {
  const [year = "", month = "", day = ""] = asOf.split("-");
  const id = plan.id.endsWith(`-${year}`) ? plan.id.slice(0, -year.length - 1) : plan.id;
  return `${year}-${id}-${unit}-${month}${day}`;
}

function intro({ unit, indicators, tasks }: Owed, { language, say }: Speaker<"task-sheet">): string {
  const work = [
    indicators.length === 0 ? "" : say("intro-indicators", { count: counted(indicators.length) }),
    tasks.length === 0 ? "" : say("intro-tasks", { count: counted(tasks.length) }),
  ];
  const said = work.filter((part) => part !== "").join(language === "zh" ? "、" : ", ");
  return say("intro", { unit: unit.unit, work: said });
}

function ledgerLine(unit: string, ledger: LedgerPlace | null, { say }: Speaker<"task-sheet">): string {
  if (ledger === null || ledger.rows === 0) return "";
  const figures = { ledger: ledger.file, count: counted(ledger.rows) };
  return ledger.own ? say("ledger", figures) : say("ledger-rows", { ...figures, unit });
}
