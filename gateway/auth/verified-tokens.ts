import { readAccessToken, type AccessToken, type TokenRules } from './access-token.ts';

const KEPT_MAX = 10_000;
/** How long a token counts as verified, in milliseconds: so long a key may be withdrawn unnoticed. */
const KEPT_MS = 60_000;

interface Kept {
  readonly until: number;
  readonly token: Promise<AccessToken>;
}

/**
 * Verifies access tokens, each once a minute and never beyond its end: a partner shows the same one
 * with every request. What the account may do now is asked all the same.
 */
export function verifiedTokens(rules: TokenRules): (text: string) => Promise<AccessToken> {
  const kept = new Map<string, Kept>();

  function verify(text: string): Promise<AccessToken> {
    if (kept.size >= KEPT_MAX) kept.clear();
    const token = readAccessToken(text, rules);
    const one = { until: Date.now() + KEPT_MS, token };
    kept.set(text, one);
    token.catch(() => {
      if (kept.get(text) === one) kept.delete(text); // what is refused is looked at again
    });
    return token;
  }

  return async (text) => {
    const known = kept.get(text);
    if (!known || known.until <= Date.now()) return verify(text);
    const token = await known.token;
    return token.expiresAt.getTime() > Date.now() ? token : verify(text);
  };
}
