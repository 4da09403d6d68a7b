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

/** Says how tokens stand. */
export interface StatusSource {
  /** In order; an error in place of what nobody can say. Never rejects. */
  statusesOf(tokens: readonly TokenClaims[]): Promise<readonly (TokenStatusRow | Error)[]>;
}

/** Asks the source of each issuer for its tokens. */
export function statusesByIssuer(sourceOf: (issuer: string) => StatusSource): StatusSource {
  return {
    async statusesOf(tokens) {
      const bySource = Map.groupBy(tokens, ({ issuer }) => sourceOf(issuer));
      const found = new Map<TokenClaims, TokenStatusRow | Error>();
      await Promise.all(
        [...bySource].map(async ([source, asked]) => {
          const said = await source.statusesOf(asked);
          for (const [at, token] of asked.entries()) {
            found.set(token, said[at] ?? new Error('No source says how this token stands.'));
          }
        }),
      );
      return tokens.map((token) => found.get(token) ?? new Error('Nobody was asked.'));
    },
  };
}
