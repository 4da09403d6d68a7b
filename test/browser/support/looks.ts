import { LOCALES, type Language, type SIZES, type Theme } from './visit.ts';

/** One way in which a page is looked at. */
export interface Look {
  readonly language: Language;
  readonly theme: Theme;
  readonly size: keyof typeof SIZES;
}

const LANGUAGES = Object.keys(LOCALES) as Language[];
const THEMES = ['light', 'dark'] as const;
const SIZE_NAMES = ['desk', 'phone'] as const;

/** All languages, themes and sizes. */
export const ALL_LOOKS: readonly Look[] = LANGUAGES.flatMap((language) =>
  THEMES.flatMap((theme) => SIZE_NAMES.map((size) => ({ language, theme, size }))),
);

/**
 * Three looks for the page at a place in the list: each language once, both themes, both sizes.
 * Which goes with which turns from page to page; `seed` turns it further.
 */
export function someLooks(place: number, seed = 0): readonly Look[] {
  return LANGUAGES.map((language, index) => ({
    language,
    theme: THEMES[(place + seed + index) % 2] ?? 'light',
    size: SIZE_NAMES[(Math.floor((place + seed) / 2) + (index === 1 ? 1 : 0)) % 2] ?? 'desk',
  }));
}

/** Looks of a page in this run: some, or all with `TONGMA_TEST_ALL=1`. */
export function looksOf(place: number): readonly Look[] {
  if (process.env['TONGMA_TEST_ALL'] === '1') return ALL_LOOKS;
  return someLooks(place, Number(process.env['TONGMA_TEST_SEED'] ?? 0));
}
