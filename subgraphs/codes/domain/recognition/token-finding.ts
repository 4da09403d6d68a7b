import type { TokenStatus } from '../token/token-status.ts';
import type { Finding } from './finding.ts';
import { reason } from './finding.ts';
import type { ReasonKey } from './reason-texts.ts';
import type { TokenStatusRow } from './status-source.ts';

const TOKEN_REASONS: Readonly<Partial<Record<TokenStatus, ReasonKey>>> = {
  EXPIRED: 'TOKEN_EXPIRED',
  WITHDRAWN: 'TOKEN_WITHDRAWN',
  SUSPENDED: 'SUSPENDED',
  SPECIMEN: 'TOKEN_SPECIMEN',
  SUNSET: 'SUNSET',
  CLOCK_SUSPECT: 'CLOCK_SUSPECT',
  REPLAYED: 'REPLAYED',
};

/** Findings on a token that do not speak against the holder: look at other proof. */
const OPEN: readonly TokenStatus[] = ['CLOCK_SUSPECT', 'REPLAYED', 'SUSPENDED'];

/** What a token that did not pass its checks gives. Source: DESIGN.md §6, From state to verdict. */
export function tokenFinding(status: TokenStatus): Finding {
  const open = OPEN.includes(status);
  const key = TOKEN_REASONS[status] ?? 'TOKEN_REFUSED';
  return {
    outcome: open ? 'CROSS_CHECK' : 'NOT_RECOGNIZED',
    tokenStatus: status,
    reasons: [reason('TOKEN', 1, open ? 'OPEN' : 'FAIL', key)],
  };
}

/** What everything gives that is too old to be gone by. */
export function staleFinding(): Finding {
  return { outcome: 'STALE', reasons: [reason('FRESHNESS', 1, 'OPEN', 'STALE')] };
}

function suspended(): Finding {
  return {
    outcome: 'CROSS_CHECK',
    tokenStatus: 'SUSPENDED',
    reasons: [reason('STATUS', 1, 'OPEN', 'SUSPENDED')],
  };
}

/**
 * What the status says by itself, before the agreement's terms are looked at; null when it gives a
 * color. A withdrawal is for good, however old it is; everything else that is too old is STALE. Past
 * the instant when time alone may have changed the color, the color is not known: to be asked for,
 * as a status list says it.
 * Source: DESIGN.md §6, From state to verdict.
 */
export function statusFinding(
  { state, color, asOf, horizon }: TokenStatusRow,
  maxAgeMinutes: number,
  now: Date,
): Finding | null {
  if (state === 'WITHDRAWN') return tokenFinding('WITHDRAWN');
  if (now.getTime() - asOf.getTime() > maxAgeMinutes * 60_000) {
    return staleFinding();
  }
  if (state === 'UNKNOWN') return tokenFinding('WITHDRAWN');
  if (state === 'EXPIRED') return tokenFinding('EXPIRED');
  const decidedAnew = horizon !== null && horizon <= now;
  return state === 'ACTIVE' && color !== null && !decidedAnew ? null : suspended();
}
