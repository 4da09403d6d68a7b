import { ALL, SEED } from '../../sample.ts';
import { LOCALES, type Language, type SIZES, type Theme } from './visit.ts';

/** One way in which a page is looked at; both themes are shown within one visit. */
export interface Look {
  readonly language: Language;
  readonly size: keyof typeof SIZES;
}

const LANGUAGES = Object.keys(LOCALES) as Language[];
const SIZE_NAMES = ['desk', 'phone'] as const;

/** Themes that each look is shown in, one after the other. */
export const THEMES: readonly Theme[] = ['light', 'dark'];

/** All languages and sizes. */
export const ALL_LOOKS: readonly Look[] = LANGUAGES.flatMap((language) =>
  SIZE_NAMES.map((size) => ({ language, size })),
);

/**
 * The look of the page at a place in the list: six pages in a row have all six. `seed` turns it, so
 * that every page is seen in every look over six seeds.
 */
export function oneLook(place: number, seed: number): Look {
  return ALL_LOOKS[(place + seed) % ALL_LOOKS.length] ?? { language: 'zh-Hans', size: 'desk' };
}

/** Looks of a page in this run: one, or all with all tests. */
export function looksOf(place: number): readonly Look[] {
  return ALL ? ALL_LOOKS : [oneLook(place, SEED)];
}
