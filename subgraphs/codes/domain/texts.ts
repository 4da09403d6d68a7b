/** Languages of every text. Source: DESIGN.md §4. */
export const LANGUAGES = ['ZH_HANS', 'ZH_HANT', 'EN'] as const;
/** One language of a text. */
export type TextLanguage = (typeof LANGUAGES)[number];

/** One text in all languages. */
export type Texts = Readonly<Record<TextLanguage, string>>;
