import { encodeBase45 } from './base45.ts';
import { encodeClaims, type TokenClaims } from './claims.ts';
import { signSign1 } from './cose-sign1.ts';
import type { Signer } from './keys.ts';

/** What every token text begins with. */
export const TOKEN_PREFIX = 'HCN1:';

/**
 * Text of a token: base 45 of COSE_Sign1 over a CWT, about 220 characters.
 * Source: DESIGN.md §6, Token.
 */
export async function issueToken(claims: TokenClaims, signer: Signer): Promise<string> {
  return TOKEN_PREFIX + encodeBase45(await signSign1(encodeClaims(claims), signer));
}
