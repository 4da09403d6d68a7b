import { describe, expect, it } from 'vitest';
import { aTrust, NOW } from '../../persistence/signing-fakes.ts';
import { signAgreementWithdrawal } from '../recognition/agreement-withdrawal.ts';
import { signAgreement } from '../recognition/signed-agreement.ts';
import { PAIR, someSides, someTerms } from './agreement-fakes.ts';
import { fakeAgreements } from './agreement-store-fakes.ts';
import { ABOVE_MAX, ALONE_MAX, takeInAgreement } from './take-in-agreement.ts';

const { receiver, issuer, keys, trust, verify } = someSides();
const of = (version: number) => ({ ...someTerms(), version });
const offer = (version: number) => signAgreement(of(version), [receiver]);
const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, n) => n + from);

/** Another stack of which one side has signed things that the other never saw. */
function aStack() {
  const store = fakeAgreements();
  const take = async (bytes: Uint8Array, by = trust) => {
    const taken = await takeInAgreement(bytes, { store, trust: by, verify });
    return 'fault' in taken ? taken.fault : taken.taken;
  };
  return {
    ...{ store, take },
    async full() {
      for (const version of numbers(ALONE_MAX)) await take(await offer(version));
    },
  };
}

describe('versions that one side alone signed', () => {
  it('are taken in whichever order, as many as officials sign', async () => {
    const { take } = aStack();
    const taken = [];
    for (const version of numbers(ALONE_MAX).toReversed()) {
      taken.push(await take(await offer(version)));
    }
    expect(new Set(taken)).toEqual(new Set(['NEW']));
  });

  it('are refused beyond that, and nothing is kept of them', async () => {
    const { take, full, store } = aStack();
    await full();
    expect(await take(await offer(ALONE_MAX + 1))).toBe('TOO_MANY');
    expect(store.stored.size).toBe(ALONE_MAX);
  });

  it('do not keep out what the other side signed, or both', async () => {
    const { take, full } = aStack();
    await full();
    expect(await take(await signAgreement(of(1), [receiver, issuer]))).toBe('MERGED');
    expect(await take(await signAgreement(of(500), [receiver, issuer]))).toBe('NEW');
    expect(await take(await signAgreement(of(501), [issuer]))).toBe('NEW');
    expect(await take(await offer(502))).toBe('NEW'); // one of them is signed by both now
    expect(await take(await offer(503))).toBe('TOO_MANY');
  });

  it('count no more once their key is withdrawn', async () => {
    const { take, full } = aStack();
    await full();
    const [ours, theirs] = keys;
    const without = aTrust([{ ...ours, state: 'TERMINATED' }, theirs]);
    expect(await take(await signAgreement(of(ALONE_MAX + 1), [issuer]), without)).toBe('NEW');
  });

  it('have no number far above those that are known, so that there are numbers after it', async () => {
    const { take } = aStack();
    expect(await take(await offer(ABOVE_MAX + 1))).toBe('TOO_MANY');
    expect(await take(await offer(ABOVE_MAX))).toBe('NEW');
    expect(await take(await signAgreement(of(5_000), [receiver, issuer]))).toBe('NEW');
    expect(await take(await offer(6_000))).toBe('NEW');
  });
});

describe('withdrawals', () => {
  const withdrawal = (version: number, by = receiver) =>
    signAgreementWithdrawal({ ...PAIR, version, withdrawnAt: NOW }, by);

  it('may come before what they withdraw, but not without end', async () => {
    const { take, store } = aStack();
    for (const version of numbers(ALONE_MAX, 50)) {
      expect(await take(await withdrawal(version))).toBe('NEW');
    }
    expect(await take(await withdrawal(9_999))).toBe('TOO_MANY');
    expect(await take(await withdrawal(50))).toBe('KNOWN');
    expect(await take(await withdrawal(50, issuer))).toBe('NEW');
    expect(await store.withdrawalsOf([PAIR])).toHaveLength(ALONE_MAX + 1);
    // What is kept here can always be withdrawn.
    await take(await signAgreement(of(9_999), [receiver, issuer]));
    expect(await take(await withdrawal(9_999))).toBe('NEW');
  });
});
