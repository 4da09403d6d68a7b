import { registerEnumType } from 'type-graphql';
import { meanings } from './enum-of.ts';

/** Languages of every text the graph gives. Source: DESIGN.md §4. */
export const Language = { ZH_HANS: 'ZH_HANS', ZH_HANT: 'ZH_HANT', EN: 'EN' } as const;
export type Language = (typeof Language)[keyof typeof Language];

/** One text in the three languages of the interfaces. */
export type Texts = Readonly<Record<Language, string>>;

registerEnumType(Language, {
  name: 'Language',
  description: 'Languages of every text that the API gives.',
  valuesConfig: meanings<keyof typeof Language>({
    ZH_HANS: 'Simplified Chinese.',
    ZH_HANT: 'Traditional Chinese.',
    EN: 'English.',
  }),
});
