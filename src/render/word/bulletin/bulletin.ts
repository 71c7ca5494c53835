import type { Language } from "../../../model/language.ts";
import type { Report } from "../../../model/report.ts";
import { datasetName } from "../../../model/reword.ts";
import type { Wordings } from "../../../model/wording.ts";
import { counted } from "../../figures.ts";
import { groupsOf } from "../../groups.ts";
import { sheetTotals } from "../../sections/rows.ts";
import { displayWidth } from "../../text.ts";
import { pageHeader } from "../page-header.ts";
import { body, type Paper, type PaperBlock, paragraphs } from "../paper.ts";
import { headingOf, listedUnits } from "../phrases.ts";
import { ownTitle, type Speaker, speakerOf } from "../speaker.ts";
import { isNarrowed } from "../standing.ts";
import { titleLines } from "../title-lines.ts";
import { annexes, annexTitles } from "./annexes.ts";
import { overall } from "./overall.ts";
import { problems } from "./problems.ts";
import { ranking } from "./ranking.ts";
import { requirements } from "./requirements.ts";

const DATASETS_SHOWN = 4;
const UNITS_SHOWN = 10;
const FROM_RIGHT = 4;

/** The bulletin (通报) of a report: what it says is the office's words and the report's figures, no more. */
export function bulletin(report: Report, wordings: Wordings, language: Language): Paper {
  const speaker = speakerOf("bulletin", report, wordings, language);
  const title = ownTitle(report, language) ?? speaker.say("title");
  const parts = [
    { heading: speaker.say("overall"), blocks: overall(speaker) },
    { heading: speaker.say("ranking"), blocks: ranking(speaker) },
    { heading: speaker.say("problems"), blocks: problems(speaker) },
    { heading: speaker.say("requirements"), blocks: requirements(speaker) },
  ].filter(({ blocks }) => blocks.length > 0);
  const main = [
    ...opening(title, speaker),
    ...parts.flatMap(({ heading, blocks }, index) => [
      ...paragraphs("heading1", headingOf(1, index + 1, heading, language)),
      ...blocks,
    ]),
    ...ending(speaker),
  ];
  return {
    title,
    subject: [report.plan.document ?? "", report.asOf].filter((part) => part !== "").join(" · "),
    header: pageHeader(report, language),
    sections: [
      { across: false, ruled: true, blocks: main },
      { across: true, blocks: annexes(speaker) },
    ],
  };
}

function opening(title: string, speaker: Speaker<"bulletin">): PaperBlock[] {
  const { report, language, say } = speaker;
  const { subtitle, preface } = report.presentation;
  const groups = groupsOf({ ...report, units: report.units.filter(({ unknown }) => !unknown) }, language)
    .filter(({ units }) => units.some(({ group }) => group !== null))
    .map((group) => group.title);
  return [
    { kind: "paragraph", form: "title", lines: titleLines(title) },
    ...paragraphs("subtitle", subtitle[language] ?? "", say("subtitle")),
    ...(groups.length === 0
      ? []
      : paragraphs("addressee", say("addressees", { groups: groups.join(language === "zh" ? "，" : ", ") }))),
    ...body(...(preface[language] ?? basis(speaker)).split("\n")),
    ...(report.synthetic ? body(say("synthetic")) : []),
    ...(isNarrowed(report) ? body(say("shown", { units: shownUnits(speaker) })) : []),
  ];
}

function shownUnits({ report, language }: Speaker<"bulletin">): string {
  return listedUnits(
    report.units.map(({ unit }) => unit),
    language,
    UNITS_SHOWN,
  );
}

/** Which plan, its number, data as of when, from which exports. */
function basis({ report, language, say }: Speaker<"bulletin">): string {
  const { rows, used } = sheetTotals(report);
  const sheets = report.inputs.flatMap((input) => input.sheets).filter(({ dataset }) => dataset !== null);
  const datasets = [...new Set(sheets.flatMap(({ dataset }) => dataset ?? []))];
  const names = datasets.map((name) => datasetName(name, report, language));
  const figures = {
    datasets: names.slice(0, DATASETS_SHOWN).join(language === "zh" ? "、" : ", "),
    files: counted(report.inputs.length),
    sheets: counted(sheets.length),
    rows: counted(rows),
    used: counted(used),
  };
  return report.plan.document === null ? say("basis-without-number", figures) : say("basis", figures);
}

function ending(speaker: Speaker<"bulletin">): PaperBlock[] {
  const { report, language, say } = speaker;
  const [first = "", ...more] = annexTitles(speaker).map((title, index) => `${index + 1}. ${title}`);
  const label = language === "zh" ? "附件：" : "Annexes: ";
  return [
    ...body(...(report.presentation.closing[language] ?? "").split("\n")),
    ...paragraphs("attachments", `${label}${first}`),
    ...paragraphs("attachments-more", ...more).map((one) => ({
      ...one,
      indent: { left: 2 + charactersOf(label) },
    })),
    ...signed(say("signature"), say("dated")),
  ];
}

/** The date four characters from the right edge, and who signs centred above it. */
function signed(signature: string, date: string): PaperBlock[] {
  const centre = FROM_RIGHT + charactersOf(date) / 2;
  const right = Math.max(0, centre - charactersOf(signature) / 2);
  return [
    ...paragraphs("signature", signature).map((one) => ({ ...one, indent: { right } })),
    ...paragraphs("date", date),
  ];
}

function charactersOf(text: string): number {
  return displayWidth(text) / 2;
}
