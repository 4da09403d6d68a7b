import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aKey, aTrust, after, NOW } from '../../persistence/signing-fakes.ts';
import type { Agreement } from '../recognition/agreement.ts';
import { signAgreementWithdrawal } from '../recognition/agreement-withdrawal.ts';
import { openAgreement, signAgreement } from '../recognition/signed-agreement.ts';
import type { TrustIndex } from '../trust/trust-list.ts';
import { PAIR, someSides, someTerms } from './agreement-fakes.ts';
import { fakeAgreements } from './agreement-store-fakes.ts';
import { takeInAgreement } from './take-in-agreement.ts';
import { agreementId } from './terms.ts';

const { receiver, issuer, stranger, keys, trust, verify } = someSides();
const agreement: Agreement = { ...someTerms(), version: 1 };
const withdrawal = { ...PAIR, version: 1, withdrawnAt: NOW };

async function takenIn(all: readonly Uint8Array[], by: TrustIndex = trust) {
  const store = fakeAgreements();
  const results = [];
  for (const bytes of all) results.push(await takeInAgreement(bytes, { store, trust: by, verify }));
  const words = results.map((one) => ('fault' in one ? one.fault : one.taken));
  return { words, stored: store.stored.get(agreementId(agreement)), store };
}

const half = (of: Agreement = agreement) => signAgreement(of, [receiver]);
const whole = (of: Agreement = agreement) => signAgreement(of, [receiver, issuer]);

describe('what comes from another stack', () => {
  it('is kept when one side signed it, and completed when the other did', async () => {
    const { words, stored } = await takenIn([await half(), await whole(), await half()]);
    expect(words).toEqual(['NEW', 'MERGED', 'KNOWN']);
    expect(await openAgreement(stored!, trust, verify)).toEqual(agreement);
  });

  it('comes to the same bytes in whichever order', async () => {
    const parts = [await half(), await signAgreement(agreement, [issuer]), await whole()];
    const orders = fc.shuffledSubarray(parts, { minLength: 3, maxLength: 3 });
    const found = new Set<string>();
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        // Signatures are random, those of one key interchangeable: the terms and the signers count.
        const { stored } = await takenIn(order);
        expect(await openAgreement(stored!, trust, verify)).toEqual(agreement);
        found.add(String(stored!.length));
      }),
      { numRuns: 12 },
    );
    expect(found.size).toBe(1);
  });

  it.each<[string, () => Promise<Uint8Array>, string]>([
    ['is no agreement', () => Promise.resolve(Uint8Array.of(1, 2, 3)), 'MALFORMED'],
    ['nobody signed', () => signAgreement(agreement, []), 'NOT_SIGNED'],
    ['a third region signed', () => signAgreement(agreement, [stranger]), 'NOT_SIGNED'],
    [
      'somebody signed in the name of a side',
      () => signAgreement(agreement, [receiver, { ...stranger, kid: issuer.kid }]),
      'BAD_SIGNATURE',
    ],
    ['has no number', () => half({ ...agreement, version: 0 }), 'MALFORMED'],
    ['has a number beyond all', () => half({ ...agreement, version: 1e9 }), 'MALFORMED'],
    ['is with itself', () => half({ ...agreement, issuer: PAIR.receiver }), 'MALFORMED'],
    [
      'withdraws in the name of a third region',
      () => signAgreementWithdrawal(withdrawal, stranger),
      'NOT_SIGNED',
    ],
    [
      'withdraws a version that cannot be',
      () => signAgreementWithdrawal({ ...withdrawal, version: -1 }, receiver),
      'MALFORMED',
    ],
  ])('and %s is not kept', async (_title, make, fault) => {
    const { words, store } = await takenIn([await make()]);
    expect(words).toEqual([fault]);
    expect([...store.stored]).toEqual([]);
    expect(await store.ofPairs([PAIR])).toEqual([]);
  });

  it('and has other terms under the same number is refused, and changes nothing', async () => {
    const other = { ...agreement, validTo: after(99) };
    const { words, stored } = await takenIn([await half(), await whole(other), await half(other)]);
    expect(words).toEqual(['NEW', 'DIFFERENT_TERMS', 'DIFFERENT_TERMS']);
    expect(stored).toEqual((await takenIn([stored!])).stored);
  });

  it('keeps signatures of the two sides alone', async () => {
    const { stored } = await takenIn([await signAgreement(agreement, [stranger, receiver])]);
    expect(stored!.length).toBe((await half()).length);
  });

  it('may be a withdrawal, before or after what it withdraws', async () => {
    const taken = await signAgreementWithdrawal(withdrawal, issuer);
    for (const order of [
      [taken, await whole(), taken],
      [await whole(), taken, taken],
    ]) {
      const { words, store } = await takenIn(order);
      expect(words.toSorted()).toEqual(['KNOWN', 'NEW', 'NEW']);
      expect((await store.ofPairs([PAIR]))[0]?.withdrawals).toEqual([taken]);
    }
  });

  it('is not withdrawn anew by a key that may sign no more', async () => {
    const [ours, theirs] = keys;
    const other = aTrust([{ ...ours, state: 'TERMINATED' }, theirs]);
    const taken = await signAgreementWithdrawal(withdrawal, receiver);
    expect((await takenIn([taken], other)).words).toEqual(['NOT_SIGNED']);
  });

  it('completes what is signed here by a key that was replaced since', async () => {
    const next = aKey(stranger, { region: PAIR.receiver, use: 'policy' });
    const renewed = aTrust([next, keys[1]]);
    const store = fakeAgreements();
    await store.add(agreement, await half());
    const bytes = await signAgreement(agreement, [stranger, issuer]);
    expect(await takeInAgreement(bytes, { store, trust: renewed, verify })).toMatchObject({
      taken: 'MERGED',
    });
    const [one] = await store.ofPairs([PAIR]);
    expect(await openAgreement(one!.signed, renewed, verify)).toEqual(agreement);
  });
});
