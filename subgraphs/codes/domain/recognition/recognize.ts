import type { Color } from '../color/color.ts';
import { earliest } from '../color/spans.ts';
import type { TokenClaims } from '../token/claims.ts';
import type { TokenStatus } from '../token/token-status.ts';
import type { TokenCheck } from '../token/verify-token.ts';
import type { Agreement, AgreementCondition } from './agreement.ts';
import type { ReasonKey, RecognitionReason } from './reason-texts.ts';
import type { TokenStatusRow } from './status-source.ts';
import type { RecognitionOutcome, Verdict, VerdictBasis } from './verdict.ts';

/** How an agreement's condition stands: met, not met, or not known here. */
export type ConditionStanding = 'PASS' | 'FAIL' | 'OPEN';

/** Everything a verdict depends on. */
export interface RecognitionInput {
  readonly token: TokenCheck;
  /** Null when the token was refused before it was asked for; 'UNAVAILABLE' when nobody answered. */
  readonly status: TokenStatusRow | 'UNAVAILABLE' | null;
  /** The agreement of exactly this pair, in force now. */
  readonly agreement: Agreement | null;
  /** How the agreement's conditions stand; OPEN where nothing is known. */
  readonly conditions: (condition: AgreementCondition) => ConditionStanding;
  /** What the receiver's own policy gives over shared evidence (SHARED_DATA); null: none shared. */
  readonly sharedColor: Color | null;
  /** The receiver's policy in force; null when it has none. */
  readonly policy: { readonly version: number; readonly statusMaxAgeMinutes: number } | null;
  readonly presentedIn: string;
  readonly mode: VerdictBasis['mode'];
  readonly trustListVersion: number;
  readonly now: Date;
}

/** Without a policy of its own a region takes a status for this long, in minutes. */
const DEFAULT_MAX_AGE_MINUTES = 60;

const TOKEN_REASONS: Readonly<Partial<Record<TokenStatus, ReasonKey>>> = {
  EXPIRED: 'TOKEN_EXPIRED',
  WITHDRAWN: 'TOKEN_WITHDRAWN',
  SPECIMEN: 'TOKEN_SPECIMEN',
  SUNSET: 'SUNSET',
  CLOCK_SUSPECT: 'CLOCK_SUSPECT',
};

interface Finding {
  readonly outcome: RecognitionOutcome;
  readonly reasons: readonly RecognitionReason[];
  readonly tokenStatus?: TokenStatus;
  readonly color?: Color | null;
}

function reason(
  ruleId: string,
  version: number,
  outcome: RecognitionReason['outcome'],
  key: ReasonKey,
): RecognitionReason {
  return { ruleId, version, outcome, key };
}

function tokenFinding(status: TokenStatus): Finding {
  const open = status === 'CLOCK_SUSPECT' || status === 'REPLAYED';
  const key = TOKEN_REASONS[status] ?? 'TOKEN_REFUSED';
  return {
    outcome: open ? 'CROSS_CHECK' : 'NOT_RECOGNIZED',
    reasons: [reason('TOKEN', 1, open ? 'OPEN' : 'FAIL', key)],
  };
}

/** What the status says by itself, before any agreement is looked at; null when it says a color. */
function statusFinding(status: TokenStatusRow, maxAgeMinutes: number, now: Date): Finding | null {
  if (status.state === 'WITHDRAWN' || status.state === 'UNKNOWN') {
    return { ...tokenFinding('WITHDRAWN'), tokenStatus: 'WITHDRAWN' };
  }
  if (now.getTime() - status.asOf.getTime() > maxAgeMinutes * 60_000) {
    return { outcome: 'STALE', reasons: [reason('STATUS', 1, 'OPEN', 'STALE')] };
  }
  if (status.state === 'SUSPENDED' || status.color === null) {
    return {
      outcome: 'CROSS_CHECK',
      tokenStatus: 'SUSPENDED',
      reasons: [reason('STATUS', 1, 'OPEN', 'SUSPENDED')],
    };
  }
  return null;
}

/** DIRECT: conditions first, then the color map. A failed condition is worse than an open one. */
function mappedFinding(
  agreement: Agreement,
  issued: Color,
  standing: RecognitionInput['conditions'],
): Finding {
  const { version, conditions, colorMap } = agreement;
  const asked = conditions.filter(({ colors }) => colors.includes(issued));
  const results = asked.map((condition) => {
    const outcome = standing(condition);
    return reason(condition.id, version, outcome, `CONDITION_${outcome}`);
  });
  const failed = results.filter(({ outcome }) => outcome === 'FAIL');
  const open = results.filter(({ outcome }) => outcome === 'OPEN');
  const passed = results.filter(({ outcome }) => outcome === 'PASS');
  const agreed = reason('AGREEMENT', version, 'PASS', 'AGREED');
  const color = colorMap[issued] ?? null;
  const map = color
    ? reason('COLOR_MAP', version, 'PASS', 'COLOR_MAPPED')
    : reason('COLOR_MAP', version, 'OPEN', 'COLOR_NOT_MAPPED');
  const reasons = color
    ? [...failed, ...open, ...passed, agreed, map]
    : [...failed, map, ...open, ...passed, agreed];
  if (failed.length > 0) return { outcome: 'NOT_RECOGNIZED', color, reasons };
  if (open.length > 0 || !color) return { outcome: 'CROSS_CHECK', color, reasons };
  return { outcome: 'RECOGNIZED', color, reasons };
}

/** What the agreement makes of an issued color. Source: DESIGN.md §6, Modes. */
function agreementFinding(agreement: Agreement, issued: Color, input: RecognitionInput): Finding {
  const { mode, version } = agreement;
  const agreed = reason('AGREEMENT', version, 'PASS', 'AGREED');
  if (mode === 'CONVERT') {
    const convert = reason('CONVERT', version, 'OPEN', 'CONVERT');
    return { outcome: 'CROSS_CHECK', color: null, reasons: [convert, agreed] };
  }
  if (mode === 'SHARED_DATA') {
    const color = input.sharedColor;
    if (color) return { outcome: 'RECOGNIZED', color, reasons: [agreed] };
    const missing = reason('SHARED_DATA', version, 'OPEN', 'NOT_SHARED');
    return { outcome: 'CROSS_CHECK', color: null, reasons: [missing, agreed] };
  }
  return mappedFinding(agreement, issued, input.conditions);
}

function validUntil(claims: TokenClaims, status: TokenStatusRow, maxAgeMinutes: number): Date {
  const fresh = new Date(status.asOf.getTime() + maxAgeMinutes * 60_000);
  return earliest([claims.expiresAt, status.horizon, fresh]) ?? claims.expiresAt;
}

/**
 * The receiving region's verdict. Pure and total; a network failure is CROSS_CHECK or STALE, never
 * invalid, never green. Source: DESIGN.md §6, "From state to verdict".
 */
export function recognize(input: RecognitionInput): Verdict {
  const { token, status, agreement, policy, presentedIn, now } = input;
  const { claims } = token;
  const issuer = claims?.issuer ?? null;
  const own = issuer === presentedIn;
  const maxAge = policy?.statusMaxAgeMinutes ?? DEFAULT_MAX_AGE_MINUTES;
  const answered = status !== null && status !== 'UNAVAILABLE' ? status : null;

  function verdict(finding: Finding, seen: boolean): Verdict {
    const { outcome, reasons } = finding;
    const color = seen ? (finding.color ?? null) : null;
    const recognized = outcome === 'RECOGNIZED';
    return {
      pass: recognized && color === 'GREEN' && claims?.kind !== 'SPECIMEN',
      outcome,
      tokenStatus: finding.tokenStatus ?? token.status,
      issuer,
      presentedIn,
      issuedColor: seen && answered?.state === 'ACTIVE' ? answered.color : null,
      color,
      reasons,
      holder:
        seen && claims
          ? { maskedName: claims.maskedName, birthMonthDay: claims.birthMonthDay }
          : null,
      validUntil: recognized && claims && answered ? validUntil(claims, answered, maxAge) : null,
      basis: {
        mode: input.mode,
        trustListVersion: input.trustListVersion,
        policyVersion: policy?.version ?? null,
        agreementVersion: agreement?.version ?? null,
        statusAsOf: answered?.asOf ?? null,
      },
      paper: claims?.kind === 'PAPER',
      specimen: claims?.kind === 'SPECIMEN',
    };
  }

  if (token.status !== 'VERIFIED' || !claims) return verdict(tokenFinding(token.status), false);
  if (!own && !agreement) {
    const none = reason('AGREEMENT', 0, 'FAIL', 'NO_AGREEMENT');
    return verdict({ outcome: 'NOT_RECOGNIZED', reasons: [none] }, false);
  }
  if (!answered) {
    const unavailable = reason('STATUS', 1, 'OPEN', 'UNAVAILABLE');
    return verdict({ outcome: 'CROSS_CHECK', reasons: [unavailable] }, true);
  }
  const said = statusFinding(answered, maxAge, now);
  if (said) return verdict(said, true);
  const issued = answered.color;
  if (own || !agreement || issued === null) {
    const mine = reason('OWN_CODE', policy?.version ?? 0, 'PASS', 'OWN_CODE');
    return verdict({ outcome: 'RECOGNIZED', color: issued, reasons: [mine] }, true);
  }
  return verdict(agreementFinding(agreement, issued, input), true);
}
