import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import type { GroupBy } from "../renderer.ts";
import type { Charts } from "./charts/chart.ts";
import { type Html, html, type Part } from "./markup.ts";

/** What a section is made from. */
export interface Page {
  readonly report: Report;
  readonly language: Language;
  readonly groupBy: GroupBy;
  readonly charts: Charts;
}

export interface Section {
  /** The anchor that the contents lead to. */
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** Null where the report has nothing of the kind. */
export type SectionMaker = (page: Page) => Section | null;

export function unitAnchor({ units }: Report, unit: string): string | null {
  const index = units.findIndex((one) => one.unit === unit);
  return index === -1 ? null : `unit-${index + 1}`;
}

/** A unit's name, leading to its section where it has one. */
export function unitLink(unit: string, { report }: Page): Part {
  const anchor = unitAnchor(report, unit);
  return anchor === null ? unit : html`<a href="#${anchor}">${unit}</a>`;
}

/** Ids of rules, and nothing else, are safe in an address as they stand. */
export function indicatorAnchor({ indicators }: Report, id: string): string {
  return /^[\w@.-]+$/.test(id)
    ? `indicator-${id}`
    : `indicator-${indicators.findIndex((one) => one.id === id) + 1}`;
}
