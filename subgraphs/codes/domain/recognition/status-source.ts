import type { Color } from '../color/color.ts';

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
  statusOf(issuer: string, cti: Uint8Array): Promise<TokenStatusRow>;
}
