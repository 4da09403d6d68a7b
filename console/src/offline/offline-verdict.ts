import { reasonText, type Verdict } from '../../../subgraphs/codes/verify/index.ts';
import type { RecognizeCodeQuery } from '../gql/graphql.ts';
import type { AboutLists } from './kept-lists.ts';

/** A verdict of the lists as the page has one of the graph. It has no receipt: nobody signs it. */
export function shownVerdict(
  { reasons, issuer, presentedIn, validUntil, basis, ...verdict }: Verdict,
  names: AboutLists['names'],
): RecognizeCodeQuery['recognizeCode'] {
  const named = (id: string) => ({ id, ...(names[id] ?? { ZH_HANS: id, ZH_HANT: id, EN: id }) });
  return {
    ...verdict,
    ...{ issuer: issuer === null ? null : named(issuer), presentedIn: named(presentedIn) },
    reasons: reasons.map(({ ruleId, version, outcome, key }) => ({
      ...{ ruleId, version, outcome },
      ZH_HANS: reasonText({ key }, 'ZH_HANS'),
      ZH_HANT: reasonText({ key }, 'ZH_HANT'),
      EN: reasonText({ key }, 'EN'),
    })),
    validUntil: validUntil?.toISOString() ?? null,
    basis: { ...basis, statusAsOf: basis.statusAsOf?.toISOString() ?? null },
    receipt: '',
  };
}
