import { describe, expect, it } from 'vitest';
import { NOW } from '../../persistence/signing-fakes.ts';
import { signAgreementWithdrawal } from '../recognition/agreement-withdrawal.ts';
import { signAgreement } from '../recognition/signed-agreement.ts';
import { PAIR, someSides, someTerms } from './agreement-fakes.ts';
import { chooseIncoming, incomingOf, INCOMING_MAX, pairsOf } from './choose-incoming.ts';

const { receiver, issuer } = someSides();
const version = (n: number) => signAgreement({ ...someTerms(), version: n }, [receiver]);
const withdrawal = (n: number) =>
  signAgreementWithdrawal({ ...PAIR, version: n, withdrawnAt: NOW }, receiver);
const isOurs = (pair: { receiver: string }) => pair.receiver === PAIR.receiver;
const stored = (n: number, signed: Uint8Array) => ({
  ...{ ...PAIR, version: n, signed, withdrawals: [] },
});

describe('what is taken in of an answer', () => {
  it('is of pairs that concern us, and can be read', async () => {
    const other = { ...someTerms(), receiver: '440000', version: 1 };
    const all = [
      ...[await version(1), await signAgreement(other, [receiver])],
      ...[await withdrawal(1), Uint8Array.of(1, 2, 3)],
    ];
    const found = incomingOf(all, isOurs);
    expect(found.map(({ isWithdrawal }) => isWithdrawal)).toEqual([false, true]);
    expect(pairsOf(found)).toEqual([PAIR]);
  });

  it('is what is not kept as it came', async () => {
    const [one, two] = [await version(1), await version(2)];
    const [gone, other] = [await withdrawal(1), await withdrawal(2)];
    const found = incomingOf([one, two, gone, other], isOurs);
    const withdrawals = [{ ...PAIR, version: 1, side: PAIR.receiver, signed: gone }];
    const chosen = chooseIncoming(found, [stored(1, one), stored(2, one)], withdrawals);
    expect(chosen.map(({ bytes }) => bytes)).toEqual([other, two]);
  });

  it('is what somebody signed whose signature is not kept, in whichever order signatures stand', async () => {
    const terms = { ...someTerms(), version: 1 };
    const both = await signAgreement(terms, [receiver, issuer]);
    const turned = await signAgreement(terms, [issuer, receiver]);
    const [half, other] = [
      await version(1),
      await signAgreement({ ...terms, mode: 'CONVERT' }, [receiver]),
    ];
    const chosen = (came: Uint8Array, kept: Uint8Array) =>
      chooseIncoming(incomingOf([came], isOurs), [stored(1, kept)], []).length;
    expect([chosen(turned, both), chosen(half, both)]).toEqual([0, 0]);
    expect([chosen(both, half), chosen(other, both)]).toEqual([1, 1]);
  });

  it('is first what makes less count, then the newest versions, and no more than some hundred', async () => {
    const versions = await Promise.all(
      Array.from({ length: INCOMING_MAX }, (_, n) => version(n + 1)),
    );
    const [early, now] = await Promise.all([withdrawal(9_999), withdrawal(7)]);
    const found = incomingOf([early, ...versions, now], isOurs);
    const chosen = chooseIncoming(found, [stored(7, versions[6]!)], []);
    expect(chosen).toHaveLength(INCOMING_MAX);
    expect(chosen.map((one) => one.version).slice(0, 3)).toEqual([7, 300, 299]);
    expect(chosen.some(({ bytes }) => bytes === early)).toBe(false); // with the next answer
    const rest = chooseIncoming(incomingOf(versions, isOurs), [], []);
    expect(rest.map((one) => one.version)).toEqual(
      Array.from({ length: INCOMING_MAX }, (_, n) => INCOMING_MAX - n),
    );
  });
});
