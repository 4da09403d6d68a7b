import { earliest } from '../color/spans.ts';
import type { PolicyTerm } from '../policy/versions.ts';
import type { TokenCheck } from '../token/verify-token.ts';
import { agreementFinding, type AgreementFacts } from './agreement-finding.ts';
import type { Agreement } from './agreement.ts';
import { reason, type Finding } from './finding.ts';
import type { TokenStatusRow } from './status-source.ts';
import { staleFinding, statusFinding, tokenFinding } from './token-finding.ts';
import type { Verdict, VerdictBasis } from './verdict.ts';

export type { ConditionStanding } from './condition.ts';

/** Everything a verdict depends on. */
export interface RecognitionInput extends AgreementFacts {
  readonly token: TokenCheck;
  /** Null when the token was refused before it was asked for; 'UNAVAILABLE' when nobody answered. */
  readonly status: TokenStatusRow | 'UNAVAILABLE' | null;
  /** The agreement of exactly this pair, in force now. */
  readonly agreement: Agreement | null;
  /** The receiver's policy in force; null when it has none. */
  readonly policy: Pick<PolicyTerm, 'version' | 'statusMaxAgeMinutes'> | null;
  /** Region that gives the verdict. */
  readonly presentedIn: string;
  readonly mode: VerdictBasis['mode'];
  readonly trustListVersion: number;
  /** Until when what was shared gives the same; null: as long as the rest. Default: null. */
  readonly sharedUntil?: Date | null;
  /** Whether the trust list or the region's terms are over: nothing can be said. Default: no. */
  readonly listsExpired?: boolean;
  readonly now: Date;
}

/** Without a policy of its own a region takes a status for this long, in minutes. */
const DEFAULT_MAX_AGE_MINUTES = 60;

/** How old a status may be under a receiver's policy, in minutes; null: it has none. */
export function maxAgeMinutesOf(policy: RecognitionInput['policy']): number {
  return policy?.statusMaxAgeMinutes ?? DEFAULT_MAX_AGE_MINUTES;
}

/**
 * A dynamic code that is not presented live may be a picture: offline that is seen nowhere else. A
 * presentation that is not live is one everywhere. Source: DESIGN.md §6, Token.
 */
function withPresentation(finding: Finding, { token, mode }: RecognitionInput): Finding {
  const { claims, presented } = token;
  const picture = presented === undefined ? mode === 'OFFLINE' : !presented;
  const asked = claims?.kind === 'DYNAMIC' && picture;
  if (!asked || finding.outcome !== 'RECOGNIZED') return finding;
  const missing = reason('PRESENTATION', 1, 'OPEN', 'NOT_PRESENTED');
  return { ...finding, outcome: 'CROSS_CHECK', reasons: [missing, ...finding.reasons] };
}

/** What a trusted token gives where the issuer's codes count at all. */
function codeFinding(input: RecognitionInput): Finding {
  const { status, agreement, policy, now } = input;
  if (status === null || status === 'UNAVAILABLE') {
    const unavailable = reason('UNAVAILABLE', 1, 'OPEN', 'UNAVAILABLE');
    return { outcome: 'CROSS_CHECK', reasons: [unavailable] };
  }
  const said = statusFinding(status, maxAgeMinutesOf(input.policy), now);
  const issued = status.color;
  if (said || issued === null) return said ?? tokenFinding('SUSPENDED');
  if (agreement) return withPresentation(agreementFinding(agreement, issued, input), input);
  const own = reason('OWN_CODE', policy?.version ?? 0, 'PASS', 'OWN_CODE');
  const found: Finding = { outcome: 'RECOGNIZED', color: issued, reasons: [own] };
  return withPresentation({ ...found, issuedColor: issued }, input);
}

function verdictOf(finding: Finding, seen: boolean, input: RecognitionInput): Verdict {
  const { token, status, agreement, policy, presentedIn, mode, trustListVersion } = input;
  const { claims } = token;
  const answered = status === 'UNAVAILABLE' ? null : status;
  const recognized = finding.outcome === 'RECOGNIZED';
  const color = finding.color ?? null;
  const specimen = claims?.kind === 'SPECIMEN';
  const { maskedName, birthMonthDay } = claims ?? {};
  const fresh =
    answered && new Date(answered.asOf.getTime() + maxAgeMinutesOf(input.policy) * 60_000);
  return {
    pass: recognized && color === 'GREEN' && !specimen,
    outcome: finding.outcome,
    tokenStatus: finding.tokenStatus ?? token.status,
    issuer: claims?.issuer ?? null,
    presentedIn,
    issuedColor: finding.issuedColor ?? null,
    color,
    reasons: finding.reasons,
    holder:
      seen && maskedName !== undefined && birthMonthDay !== undefined
        ? { maskedName, birthMonthDay }
        : null,
    validUntil:
      recognized && claims && answered
        ? earliest([claims.expiresAt, answered.horizon, fresh, input.sharedUntil ?? null])
        : null,
    basis: {
      mode,
      trustListVersion,
      policyVersion: policy?.version ?? null,
      agreementVersion: agreement?.version ?? null,
      statusAsOf: answered?.asOf ?? null,
    },
    paper: claims?.kind === 'PAPER',
    specimen,
  };
}

/**
 * The receiving region's verdict. Pure and total; a network failure is CROSS_CHECK or STALE, never
 * invalid, never green. The color always comes from the status, never from the token. Only a verdict
 * RECOGNIZED holds for a while: every other has no `validUntil`.
 * Source: DESIGN.md §6, "From state to verdict" and "Modes".
 */
export function recognize(given: RecognitionInput): Verdict {
  const { token, presentedIn } = given;
  // Lists that are over say nothing of today; a key that they do not name may be listed since.
  const mayHold = token.status === 'VERIFIED' || token.status === 'ISSUER_NOT_TRUSTED';
  if (given.listsExpired === true && mayHold) return verdictOf(staleFinding(), false, given);
  if (token.status !== 'VERIFIED' || !token.claims) {
    return verdictOf(tokenFinding(token.status), false, given);
  }
  const own = token.claims.issuer === presentedIn;
  const input = own ? { ...given, agreement: null } : given; // a region needs none with itself
  if (!own && !input.agreement) {
    const none = reason('AGREEMENT', 0, 'FAIL', 'NO_AGREEMENT');
    return verdictOf({ outcome: 'NOT_RECOGNIZED', reasons: [none] }, false, input);
  }
  return verdictOf(codeFinding(input), true, input);
}
