import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { verifiedOnce } from '../../subgraphs/kit/verified-once.ts';
import { readAccessToken } from './access-token.ts';
import { pass, RULES, tokenFor as signed } from './token-fakes.ts';

function tokenFor(seconds: number, subject = 'partner'): Promise<string> {
  return signed(seconds, subject, { scope: 'codes:recognize' });
}

/** A reader, and how often it verified something. */
function reader() {
  const keys = vi.fn(RULES.keys);
  const rules = { ...RULES, keys };
  return { keys, read: verifiedOnce((token) => readAccessToken(token, rules)) };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  pass(0);
});

afterEach(() => {
  vi.useRealTimers();
});

describe('an access token', () => {
  it('is verified once a minute', async () => {
    const { keys, read } = reader();
    const text = await tokenFor(600);
    const [first, second] = await Promise.all([read(text), read(text)]);
    expect(first).toMatchObject({ subject: 'partner', scopes: ['codes:recognize'] });
    expect(second).toBe(first);
    pass(59.9);
    expect(await read(text)).toBe(first);
    expect(keys).toHaveBeenCalledTimes(1);
    pass(60);
    expect(await read(text)).toEqual(first);
    expect(keys).toHaveBeenCalledTimes(2);
  });

  it('is refused from its end on, however lately it was verified', async () => {
    const { read } = reader();
    const text = await tokenFor(30);
    pass(29.9);
    await read(text);
    pass(30);
    await expect(read(text)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  });

  it('is refused once its key is no longer published, after a minute at most', async () => {
    const { keys, read } = reader();
    const text = await tokenFor(600);
    await read(text);
    keys.mockRejectedValue(new Error('No key.'));
    await read(text);
    pass(60);
    await expect(read(text)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is looked at again when the clock was put back: what was kept would be for as much longer', async () => {
    const { read } = reader();
    const text = await tokenFor(600);
    await read(text);
    pass(-300);
    await expect(read(text)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('names whom an account may be named after, and nobody else', async () => {
    const { read } = reader();
    const subject = 'auth0|5f7c8ec7';
    expect(await read(await tokenFor(600, subject))).toMatchObject({ subject });
    const other = read(await tokenFor(600, 'wang li'));
    await expect(other).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('that was refused is looked at again', async () => {
    const { keys, read } = reader();
    const text = await tokenFor(600);
    keys.mockRejectedValueOnce(new Error('No key.'));
    await expect(read(text)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await read(text)).toMatchObject({ subject: 'partner' });
  });

  it('is no other than it is: one changed in its signature is refused', async () => {
    const { read } = reader();
    const text = await tokenFor(600);
    await read(text);
    const at = text.length - 10;
    const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    await expect(read(changed)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await read(await tokenFor(600, 'other'))).toMatchObject({ subject: 'other' });
  });
});
