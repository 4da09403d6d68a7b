import { Language } from './language.enum.ts';

/** Of `first`: how long a page is. */
export const FIRST = 'How many at most, 1 to 100.';

/** Of `after`: where a page begins. */
export const AFTER = '`endCursor` of the page before; null: the first page.';

/** Of `region`, where one is needed. */
export const OWN_REGION = 'GB/T 2260 code of a region within your grants.';

/** Of `region`, where it narrows a list. */
export const ONLY_REGION = 'GB/T 2260 code: that region alone, none below it. Null: all of yours.';

/** Options of `language`. */
export const IN_LANGUAGE = {
  defaultValue: Language.ZH_HANS,
  description: 'Language of the text.',
} as const;
