import { reason } from './finding.ts';
import type { Verdict, VerdictBasis } from './verdict.ts';

/** What is known of a call whose verdict failed. */
export interface FailedCall {
  readonly presentedIn: string;
  readonly mode: VerdictBasis['mode'];
  readonly trustListVersion: number;
}

/**
 * The verdict where a fault of ours hides the real one: CROSS_CHECK with reason UNAVAILABLE, never
 * an error of the item, never a word on the code. Source: DESIGN.md §6.
 */
export function unavailableVerdict({ presentedIn, mode, trustListVersion }: FailedCall): Verdict {
  return {
    ...{ pass: false, outcome: 'CROSS_CHECK', tokenStatus: 'NOT_SUPPORTED' },
    ...{ issuer: null, presentedIn, issuedColor: null, color: null },
    reasons: [reason('UNAVAILABLE', 1, 'OPEN', 'UNAVAILABLE')],
    ...{ holder: null, validUntil: null, paper: false, specimen: false },
    basis: {
      ...{ mode, trustListVersion },
      ...{ policyVersion: null, agreementVersion: null, statusAsOf: null },
    },
  };
}
