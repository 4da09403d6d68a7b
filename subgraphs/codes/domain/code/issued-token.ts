/** Kinds of token that residents are given. Specimens have keys of their own. Source: DESIGN.md §6. */
export const ISSUED_KINDS = ['DYNAMIC', 'PAPER'] as const;
/** One kind of issued token. */
export type IssuedKind = (typeof ISSUED_KINDS)[number];

/** A token as it is kept: everything but its text, which is signed anew when asked for. */
export interface IssuedToken {
  readonly region: string;
  /** 8 random bytes. */
  readonly cti: Uint8Array;
  readonly codeId: string;
  readonly residentId: string;
  readonly kind: IssuedKind;
  /** Place in the status list of (issuer, kind, day of issue). */
  readonly statusIndex: number;
  /** Day of issue in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** Hours that a dynamic token lives. Source: DESIGN.md §6. */
export const DYNAMIC_HOURS = 24;
/** Days that a paper token may live, at least and at most. Source: DESIGN.md §6. */
export const PAPER_DAYS = { least: 30, most: 90 } as const;

const HOUR_MS = 3_600_000;
/** Longest life of a token, in milliseconds. */
export const LIFE_MS: Readonly<Record<IssuedKind, number>> = {
  DYNAMIC: DYNAMIC_HOURS * HOUR_MS,
  PAPER: PAPER_DAYS.most * 24 * HOUR_MS,
};
