import type { Texts } from '../../texts.ts';

/** A rule's text, in the order of the languages. */
export function says(hans: string, hant: string, english: string): Texts {
  return { ZH_HANS: hans, ZH_HANT: hant, EN: english };
}
