import { kept } from './kept.ts';

const KEPT_MAX = 10_000;
/** How long a token counts as verified, in milliseconds: so long a key may be withdrawn unnoticed. */
const KEPT_MS = 60_000;

/** What a token says, with its end. */
interface Ending {
  readonly expiresAt: Date;
}

interface Said<T> {
  readonly at: number;
  readonly said: Promise<T>;
}

/**
 * Verifies signed tokens, each once a minute and never beyond its end: the same one comes with many
 * requests. What may change while a token lives is to be asked beside it.
 */
export function verifiedOnce<T extends Ending>(
  verify: (token: string) => Promise<T>,
): (token: string) => Promise<T> {
  const tokens = kept<string, Said<T>>(KEPT_MAX);

  function verifyNow(token: string): Promise<T> {
    const said = verify(token);
    const one = { at: Date.now(), said };
    tokens.set(token, one);
    said.catch(() => {
      if (tokens.get(token) === one) tokens.delete(token); // what is refused is looked at again
    });
    return said;
  }

  return async (token) => {
    const known = tokens.get(token);
    const age = known ? Date.now() - known.at : Infinity;
    // A clock that was put back would keep it for as much longer.
    if (!known || age < 0 || age >= KEPT_MS) return verifyNow(token);
    const said = await known.said;
    return said.expiresAt.getTime() > Date.now() ? said : verifyNow(token);
  };
}
