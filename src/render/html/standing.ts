import type { Assessment } from "../../model/assessment.ts";
import type { IndicatorReport } from "../../model/report.ts";
import { NOTHING } from "../blocks.ts";
import { standingColumns, standingRow } from "../sections/measured.ts";
import { type Html, html, nothing, type Part } from "./markup.ts";
import { indicatorAnchor, type Page } from "./page.ts";
import { type HtmlColumn, type HtmlRow, stacked, tableBox } from "./table.ts";
import { statusTag, urgencyOf } from "./tag.ts";

export interface Standing {
  readonly indicator: IndicatorReport;
  readonly found: Assessment;
}

interface Asked {
  readonly caption: Part;
  readonly captionHidden?: boolean;
  readonly sorts: boolean;
  readonly filter: boolean;
}

interface StandingGroup {
  readonly title: Part;
  readonly rows: readonly Standing[];
}

const NAME = 2;

/** How indicators stand, in the words of every other format. */
export function standingBox(
  { caption, captionHidden = false, sorts, filter }: Asked,
  page: Page,
  groups: readonly StandingGroup[],
): Html {
  const columns = standingColumns(page.language).map(
    ({ title, right, grows }, index): HtmlColumn => ({
      title,
      ...(right ? { right } : {}),
      ...(grows ? { wide: true } : {}),
      ...(index === NAME ? { head: true } : {}),
      ...(index === NAME - 1 ? { deskOnly: true } : {}),
      ...(sorts ? { sort: index === 5 ? "down" : "up" } : {}),
    }),
  );
  return tableBox({
    caption,
    captionHidden,
    columns,
    groups: groups.map(({ title, rows }) => ({ title, rows: rows.map((row) => rowOf(row, page)) })),
    filter,
  });
}

function rowOf({ indicator, found }: Standing, { report, language }: Page): HtmlRow {
  const { cells, below } = standingRow(indicator, found, language);
  const texts = cells.map(({ lines }) => stacked(lines.map((line) => line)));
  const [, clause, name, value, target, gap, needed, deadline] = texts;
  const anchor = indicatorAnchor(report, indicator.id);
  return {
    status: found.status,
    cells: [
      { content: statusTag(found.status, language), key: urgencyOf(found.status) },
      { content: clause, key: report.indicators.indexOf(indicator) },
      html`<a href="#${anchor}">${name}</a>${below.map((remark) => html`<small>${remark}</small>`)}`,
      { content: value, key: found.value ?? "" },
      { content: target, key: found.threshold ?? "" },
      // Gaps in percent and in pieces compare by how much of the way is missing.
      { content: gap, key: found.gap === null || found.attainment === null ? "" : 1 - found.attainment },
      { content: needed, key: found.needed?.fix ?? found.needed?.move ?? "" },
      { content: deadline ?? NOTHING, key: found.deadline ?? "" },
    ].map((cell) => cell ?? nothing),
  };
}
