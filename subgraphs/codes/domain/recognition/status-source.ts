import type { Color } from '../color/color.ts';
import type { TokenClaims } from '../token/claims.ts';

/** What an issuer says of one token now. */
export interface TokenStatusRow {
  /** State of the token's code; UNKNOWN: the source answered, and has no such token. */
  readonly state: 'ACTIVE' | 'SUSPENDED' | 'UNDER_REVIEW' | 'WITHDRAWN' | 'EXPIRED' | 'UNKNOWN';
  /** Null unless ACTIVE. */
  readonly color: Color | null;
  /** When time alone may change the color. */
  readonly horizon: Date | null;
  readonly asOf: Date;
}

/** Says how tokens stand; rejects when it cannot be asked. */
export interface StatusSource {
  statusOf(claims: TokenClaims): Promise<TokenStatusRow>;
}
