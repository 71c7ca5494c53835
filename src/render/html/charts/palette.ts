import type { Tone } from "../../blocks.ts";

/** The colours of the page; text in `ink`, `accent` and the tones stands at 4.5 : 1 or more on white and its tint. */
export const palette = {
  ink: "#1b2430",
  soft: "#4b5766",
  line: "#d5dbe3",
  faint: "#f4f6f9",
  accent: "#174a7c",
  pale: "#9db1c6",
  /** For surfaces only: 3 : 1 on white. */
  amber: "#c27803",
  accentTint: "#e8eff7",
} as const;

export const tones = {
  good: { text: "#1b6337", tint: "#dcefe2" },
  warn: { text: "#7f4a00", tint: "#fdeac6" },
  bad: { text: "#a11919", tint: "#f9d9d6" },
  muted: { text: "#545e6b", tint: "#e9ecf0" },
  strong: { text: "#1b2430", tint: "#ffffff" },
} as const satisfies Record<Tone, { text: string; tint: string }>;
