import { z } from "zod";
import type { Language } from "./language.ts";
import { ownWordingSchema } from "./wording.ts";

const text = z.string().nullable();
const worded = z.object({ zh: text, en: text });
export type Worded = z.infer<typeof worded>;

const unsaid: Worded = { zh: null, en: null };
const silent = { title: unsaid, subtitle: unsaid, preface: unsaid, closing: unsaid, whole: unsaid };

/** How a plan wants its reports to look and speak; null leaves it to the renderer. */
export const presentationSchema = z
  .object({
    title: worded.meta({ description: "instead of the plan's title" }),
    subtitle: worded.meta({ description: "a line below the title" }),
    preface: worded.meta({ description: "a paragraph before the figures" }),
    closing: worded.meta({ description: "a paragraph at the end: who issues it, whom to call" }),
    whole: worded.meta({ description: "what the whole area is called: 全市" }),
    logo: text.meta({ description: "a data: URI of a PNG, JPEG or SVG picture" }),
    draft: z.boolean().optional().meta({ description: "papers say 草稿 at the head of each page" }),
    wording: ownWordingSchema.optional().meta({ description: "sentences of papers in the plan's own words" }),
  })
  .meta({ id: "Presentation" });
export type Presentation = z.infer<typeof presentationSchema>;

export const plainPresentation: Presentation = { ...silent, logo: null };

interface Presented {
  readonly plan: { readonly title: string };
  readonly presentation: Presentation;
}

/** The heading of a report. */
export function titleOf({ plan, presentation }: Presented, language: Language): string {
  return presentation.title[language] ?? plan.title;
}

const whole: Record<Language, string> = { zh: "全域", en: "whole area" };

/** What the whole area is called. */
export function wholeName({ presentation }: Pick<Presented, "presentation">, language: Language): string {
  return presentation.whole[language] ?? whole[language];
}
