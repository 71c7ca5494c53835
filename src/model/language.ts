export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

export type Params = Readonly<Record<string, string | number>>;

/** A sentence in both languages, filled from named parameters. */
export type Sentence = Readonly<Record<Language, (with_: Params) => string>>;
