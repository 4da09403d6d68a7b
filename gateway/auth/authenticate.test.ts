import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import { systemIdentity, type Identity } from '../../subgraphs/kit/identity.ts';
import { bearerAuthentication } from './authenticate.ts';
import { requestIdentities } from './request-identity.ts';
import { pass, RULES, tokenFor } from './token-fakes.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  pass(0);
});
afterEach(() => {
  vi.useRealTimers();
});

/** A token of 30 seconds, narrowed to one scope, and an account with two. */
async function arrived(headers: Record<string, string> = {}) {
  const token = await tokenFor(30, 'verifier', { scope: 'code:verify', client_id: 'an app' });
  const account: Identity = {
    ...systemIdentity('verifier', '330000'),
    ...{ scopes: ['code:verify', 'resident:search'], purposes: ['ENTRY'] },
  };
  const grants = vi.fn(() => Promise.resolve(account));
  const noted: unknown[] = [];
  const identities = requestIdentities({
    note: (identity, code) => Promise.resolve(void noted.push([identity.subject, code])),
    close: () => Promise.resolve(),
  });
  const grantsOf = Object.assign(grants, { forget: () => undefined });
  const authenticate = bearerAuthentication(RULES, grantsOf, identities);
  const caller = await authenticate({ authorization: `Bearer ${token}`, ...headers }, 'a request');
  return { caller, grants, noted };
}

describe('whoever brings a token', () => {
  it('is a client before the account is asked about', async () => {
    const { caller, grants } = await arrived();
    expect(caller.client).toBe('an app');
    expect(grants).not.toHaveBeenCalled();
  });

  it('acts for the account, within the token, for the purpose that is said', async () => {
    const { caller } = await arrived({ 'tongma-purpose': 'ENTRY' });
    expect(await caller.identity()).toMatchObject({
      ...{ subject: 'verifier', scopes: ['code:verify'], purpose: 'ENTRY' },
    });
  });

  it('is the same to subgraphs from request to request', async () => {
    const { caller } = await arrived();
    expect(await caller.identity()).toBe(await caller.identity());
  });

  it('has no access when the account has lost it since', async () => {
    const { caller, grants } = await arrived();
    grants.mockRejectedValueOnce(new DomainError('FORBIDDEN', 'This account has no access.'));
    await expect(caller.identity()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('has none when the token has ended since', async () => {
    const { caller, grants } = await arrived();
    pass(29);
    expect(await caller.identity()).toMatchObject({ subject: 'verifier' });
    pass(30);
    await expect(caller.identity()).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
    expect(grants).toHaveBeenCalledTimes(1);
  });

  it('is noted with a purpose that is not granted', async () => {
    const { caller, noted } = await arrived({ 'tongma-purpose': 'RESEARCH' });
    await expect(caller.identity()).rejects.toMatchObject({ code: 'PURPOSE_NOT_ALLOWED' });
    expect(noted).toEqual([['verifier', 'PURPOSE_NOT_ALLOWED']]);
  });
});
