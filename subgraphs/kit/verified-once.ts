const KEPT_MAX = 10_000;
/** How long a token counts as verified, in milliseconds: so long a key may be withdrawn unnoticed. */
const KEPT_MS = 60_000;

/** What a token says, with its end. */
interface Ending {
  readonly expiresAt: Date;
}

/**
 * Verifies signed tokens, each once a minute and never beyond its end: the same one comes with many
 * requests. What may change while a token lives is to be asked beside it.
 */
export function verifiedOnce<T extends Ending>(
  verify: (token: string) => Promise<T>,
): (token: string) => Promise<T> {
  const kept = new Map<string, { readonly until: number; readonly said: Promise<T> }>();

  function verifyNow(token: string): Promise<T> {
    if (kept.size >= KEPT_MAX) kept.clear();
    const said = verify(token);
    const one = { until: Date.now() + KEPT_MS, said };
    kept.set(token, one);
    said.catch(() => {
      if (kept.get(token) === one) kept.delete(token); // what is refused is looked at again
    });
    return said;
  }

  return async (token) => {
    const known = kept.get(token);
    if (!known || known.until <= Date.now()) return verifyNow(token);
    const said = await known.said;
    return said.expiresAt.getTime() > Date.now() ? said : verifyNow(token);
  };
}
