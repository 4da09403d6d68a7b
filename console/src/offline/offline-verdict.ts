import { reasonText, type Verdict } from '../../../subgraphs/codes/verify/index.ts';
import type { Language, RecognizeCodeQuery } from '../gql/graphql.ts';
import type { AboutLists } from './kept-lists.ts';

/** A verdict of the lists as the page shows one of the graph. It has no receipt: nobody signs it. */
export function shownVerdict(
  { reasons, issuer, presentedIn, validUntil, basis, ...verdict }: Verdict,
  names: AboutLists['names'],
  language: Language,
): RecognizeCodeQuery['recognizeCode'] {
  const named = (id: string) => ({ id, name: names[id]?.[language] ?? id });
  return {
    ...verdict,
    ...{ issuer: issuer === null ? null : named(issuer), presentedIn: named(presentedIn) },
    reasons: reasons.map(({ ruleId, version, outcome, key }) => ({
      ...{ ruleId, version, outcome, text: reasonText({ key }, language) },
    })),
    validUntil: validUntil?.toISOString() ?? null,
    basis: { ...basis, statusAsOf: basis.statusAsOf?.toISOString() ?? null },
    receipt: '',
  };
}
