import type { Language } from "../../model/language.ts";
import { titleOf, wholeName } from "../../model/presentation.ts";
import type { Report } from "../../model/report.ts";
import {
  filled,
  type Held,
  type Paper,
  type SentenceKey,
  type Wordings,
  wordingOf,
} from "../../model/wording.ts";
import { dayText, tight } from "./phrases.ts";

type Figures<P extends Paper, K extends SentenceKey<P>> = Readonly<Record<Held<P, K>, string | number>>;

/** Says the sentences of one kind of paper, with the figures that each wants; "" where the office leaves one out. */
export interface Speaker<P extends Paper> {
  readonly language: Language;
  readonly report: Report;
  say<K extends SentenceKey<P>>(key: K, ...figures: Held<P, K> extends never ? [] : [Figures<P, K>]): string;
}

export function speakerOf<P extends Paper>(
  paper: P,
  report: Report,
  wordings: Wordings,
  language: Language,
): Speaker<P> {
  const wording = wordingOf(wordings, report.presentation.wording, language);
  const sentences: Readonly<Record<string, string>> = wording[paper];
  const common = {
    plan: report.plan.title,
    document: report.plan.document ?? "",
    issuer: report.plan.issuer ?? "",
    issued: dayText(report.plan.issued, language),
    date: dayText(report.asOf, language),
    whole: wholeName(report, language),
  };
  return {
    language,
    report,
    say: (key, ...[figures]) => {
      const own = Object.entries<string | number>(figures ?? {}).map(([name, value]) => [
        name,
        String(value),
      ]);
      return tight(filled(sentences[key] ?? "", { ...common, ...Object.fromEntries(own) }), language);
    },
  };
}

/** The report's title where it has one of its own. */
export function ownTitle(report: Report, language: Language): string | null {
  const title = titleOf(report, language);
  return title === report.plan.title ? null : title;
}
