import type { Language, RecognizeCodeQuery } from '../../gql/graphql.ts';

/** A verdict as it is asked for: its words in all languages, since one that is worded anew is no other. */
export type SaidVerdict = RecognizeCodeQuery['recognizeCode'];
/** The same words in each language. */
export type Words = Readonly<Record<Language, string>>;
type Said<K extends keyof SaidVerdict> = NonNullable<SaidVerdict[K]>;

/** A region as it is shown. */
export interface NamedRegion {
  readonly id: string;
  readonly name: string;
}

/** A verdict in one language. */
export interface Verdict extends Omit<SaidVerdict, 'issuer' | 'presentedIn' | 'reasons'> {
  readonly issuer: NamedRegion | null;
  readonly presentedIn: NamedRegion;
  readonly reasons: readonly (Omit<Said<'reasons'>[number], Language> & {
    readonly text: string;
  })[];
}

/** A verdict in the language of the page. Nothing is asked again for it: a live code counts once. */
export function worded(said: SaidVerdict, language: Language): Verdict {
  const named = ({ id, ...names }: Said<'issuer'>) => ({ id, name: names[language] });
  return {
    ...said,
    issuer: said.issuer ? named(said.issuer) : null,
    presentedIn: named(said.presentedIn),
    reasons: said.reasons.map(({ ruleId, version, outcome, ...words }) => ({
      ...{ ruleId, version, outcome, text: words[language] },
    })),
  };
}
