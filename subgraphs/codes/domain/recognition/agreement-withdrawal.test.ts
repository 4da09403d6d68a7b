import { describe, expect, it } from 'vitest';
import { after, aKey, aSigner, aTrust, NOW } from '../../persistence/signing-fakes.ts';
import { nodeVerify } from '../../persistence/node-crypto.ts';
import { encodeCbor, type CborValue } from '../token/cbor.ts';
import { signSign1 } from '../token/cose-sign1.ts';
import type { TrustedKey } from '../token/keys.ts';
import {
  openAgreementWithdrawal,
  signAgreementWithdrawal,
  withWithdrawals,
  type AgreementWithdrawal,
} from './agreement-withdrawal.ts';
import { agreementFor, type Agreement } from './agreement.ts';

const [ours, theirs, stranger] = [aSigner(), aSigner(), aSigner()];
const verify = nodeVerify();
const said: AgreementWithdrawal = {
  ...{ receiver: '510000', issuer: '330000', version: 2, withdrawnAt: after(-9) },
};

function trustOf(change: Partial<TrustedKey> = {}) {
  return aTrust([
    aKey(ours, { region: '510000', use: 'policy', ...change }),
    aKey(theirs, { region: '330000', use: 'policy' }),
    aKey(stranger, { region: '440000', use: 'policy' }),
  ]);
}

describe('a signed withdrawal', () => {
  it.each([
    ['receiver', ours, '510000'],
    ['issuer', theirs, '330000'],
  ])('opens as the %s signed it', async (_side, signer, by) => {
    const bytes = await signAgreementWithdrawal(said, signer);
    const opened = await openAgreementWithdrawal(bytes, trustOf(), verify);
    expect(opened).toEqual({ ...said, by, kid: signer.kid });
  });

  it('stays when the key that signed it is withdrawn', async () => {
    const bytes = await signAgreementWithdrawal(said, ours);
    const trust = trustOf({ state: 'TERMINATED' });
    expect(await openAgreementWithdrawal(bytes, trust, verify)).toMatchObject({ by: '510000' });
  });

  it.each<[string, Partial<TrustedKey>]>([
    ['of another use', { use: 'status' }],
    ['of another region', { region: '510100' }],
  ])('by a key %s is none', async (_title, change) => {
    const bytes = await signAgreementWithdrawal(said, ours);
    expect(await openAgreementWithdrawal(bytes, trustOf(change), verify)).toBeNull();
  });

  it.each([
    ['a third region', stranger],
    ['somebody in the name of a side', { ...stranger, kid: ours.kid }],
    ['a key that nobody knows', aSigner()],
  ])('by %s is none', async (_title, signer) => {
    const bytes = await signAgreementWithdrawal(said, signer);
    expect(await openAgreementWithdrawal(bytes, trustOf(), verify)).toBeNull();
  });

  it.each<[string, [string, CborValue][]]>([
    ['more than it says', [['reason', 'x']]],
    ['no version', [['version', null]]],
    ['no instant', [['withdrawnAt', 'today']]],
  ])('with %s is none: the same keys sign other statements', async (_title, change) => {
    const payload = new Map<string, CborValue>([
      ...Object.entries({ receiver: '510000', issuer: '330000', version: 2, withdrawnAt: 1 }),
      ...change,
    ]);
    const bytes = await signSign1(encodeCbor(payload), ours);
    expect(await openAgreementWithdrawal(bytes, trustOf(), verify)).toBeNull();
  });

  it('with any one bit flipped is none', async () => {
    const bytes = await signAgreementWithdrawal(said, ours);
    const opened = await Promise.all(
      Array.from({ length: bytes.length * 8 }, (_, bit) =>
        openAgreementWithdrawal(
          bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))),
          trustOf(),
          verify,
        ),
      ),
    );
    expect(opened.every((one) => one === null)).toBe(true);
  }, 30_000);
});

describe('agreements with withdrawals', () => {
  const agreement: Agreement = {
    ...{ receiver: '510000', issuer: '330000', version: 2, mode: 'DIRECT', conditions: [] },
    ...{ colorMap: { GREEN: 'GREEN' }, validFrom: after(-99), validTo: after(99) },
  };
  const opened = { ...said, by: '510000', kid: ours.kid };
  const holds = (...withdrawals: (typeof opened)[]) =>
    agreementFor(withWithdrawals([agreement], withdrawals), '510000', '330000', NOW) !== null;

  it.each([
    ['none', true, []],
    ['one of this version', false, [opened]],
    ['one of another version', true, [{ ...opened, version: 1 }]],
    ['one of the other way round', true, [{ ...opened, receiver: '330000', issuer: '510000' }]],
    ['one that begins in a second', true, [{ ...opened, withdrawnAt: after(1) }]],
    ['an earlier one beside a later one', false, [{ ...opened, withdrawnAt: after(1) }, opened]],
    ['a later one beside an earlier one', false, [opened, { ...opened, withdrawnAt: after(1) }]],
  ])('%s', (_title, stands, withdrawals) => {
    expect(holds(...withdrawals)).toBe(stands);
  });
});
