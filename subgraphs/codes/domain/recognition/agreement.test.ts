import { describe, expect, it } from 'vitest';
import { nodeVerify } from '../../persistence/node-crypto.ts';
import { after, aKey, aSigner, aTrust, NOW } from '../../persistence/signing-fakes.ts';
import { asMap, decodeCbor, encodeCbor, type CborValue } from '../token/cbor.ts';
import { signByMany } from '../token/cose-sign.ts';
import { encodeAgreement } from './agreement-cbor.ts';
import { agreementFor, type Agreement } from './agreement.ts';
import { openAgreement, signAgreement } from './signed-agreement.ts';

function anAgreement(given: Partial<Agreement> = {}): Agreement {
  return {
    ...{ receiver: '510000', issuer: '330000', version: 1, mode: 'DIRECT' },
    ...{ colorMap: { GREEN: 'GREEN', YELLOW: 'RED' }, conditions: [] },
    ...{ validFrom: after(-86_400), validTo: after(86_400) },
    ...given,
  };
}

const [ours, theirs, stranger] = [aSigner(), aSigner(), aSigner()];
const receiverKey = aKey(ours, { region: '510000', use: 'policy' });
const issuerKey = aKey(theirs, { region: '330000', use: 'policy' });
const trust = aTrust([receiverKey, issuerKey, aKey(stranger, { region: '440000', use: 'policy' })]);
const verify = nodeVerify();

describe('a signed agreement', () => {
  it('opens as both sides signed it', async () => {
    const agreement = anAgreement({
      conditions: [{ id: 'N48', kind: 'NOT_DETECTED_WITHIN', hours: 48, colors: ['YELLOW'] }],
    });
    const bytes = await signAgreement(agreement, [ours, theirs]);
    expect(await openAgreement(bytes, trust, verify)).toEqual(agreement);
  });

  it('may map colors beyond our three', async () => {
    const colorMap = { BLUE: 'GREEN', 'amber/2': 'YELLOW' } as const;
    const bytes = await signAgreement(anAgreement({ colorMap }), [ours, theirs]);
    expect((await openAgreement(bytes, trust, verify))?.colorMap).toEqual(colorMap);
  });

  it.each([
    ['the receiver alone', [ours]],
    ['the issuer alone', [theirs]],
    ['the receiver and a third region', [ours, stranger]],
    [
      'the receiver and somebody in the name of the issuer',
      [ours, { ...stranger, kid: theirs.kid }],
    ],
    ['nobody', []],
  ])('by %s is none', async (_title, signers) => {
    const bytes = await signAgreement(anAgreement(), signers);
    expect(await openAgreement(bytes, trust, verify)).toBeNull();
  });

  it.each([
    ['of another use', { use: 'dynamic' as const }],
    ['of another region', { region: '330100' }],
  ])('by a key that is %s is none', async (_title, change) => {
    const bytes = await signAgreement(anAgreement(), [ours, theirs]);
    const other = aTrust([receiverKey, { ...issuerKey, ...change }]);
    expect(await openAgreement(bytes, other, verify)).toBeNull();
  });

  it('is void when a key that signed it is withdrawn, and none that holds has', async () => {
    const [next, agreement] = [aSigner(), anAgreement()];
    const later = aTrust([
      ...[receiverKey, { ...issuerKey, state: 'TERMINATED' as const }],
      aKey(next, { region: '330000', use: 'policy' }),
    ]);
    const bytes = await signAgreement(agreement, [ours, theirs]);
    expect(await openAgreement(bytes, later, verify)).toEqual({ ...agreement, isVoid: true });
    const again = await signAgreement(agreement, [ours, theirs, next]);
    expect(await openAgreement(again, later, verify)).toEqual(agreement);
    const forged = await signAgreement(agreement, [ours, { ...next, kid: theirs.kid }]);
    expect(await openAgreement(forged, later, verify)).toBeNull();
  });

  it.each<[string, Record<string, CborValue>]>([
    ['an unknown mode', { mode: 'TRUST' }],
    ['a color that is none of ours', { colorMap: new Map([['GREEN', 'BLUE']]) }],
    ['a color map that is a list', { colorMap: [] }],
    [
      'an unknown condition',
      {
        conditions: [
          new Map<string, CborValue>([
            ['id', 'X'],
            ['kind', 'OCCUPATION'],
            ['hours', 1],
            ['colors', []],
          ]),
        ],
      },
    ],
    [
      'a condition of no time',
      {
        conditions: [
          new Map<string, CborValue>([
            ['id', 'X'],
            ['kind', 'NOT_DETECTED_WITHIN'],
            ['hours', 0],
            ['colors', []],
          ]),
        ],
      },
    ],
    [
      'a condition on a color that is none of ours',
      {
        conditions: [
          new Map<string, CborValue>([
            ['id', 'X'],
            ['kind', 'NOT_DETECTED_WITHIN'],
            ['hours', 1],
            ['colors', ['BLUE']],
          ]),
        ],
      },
    ],
    ['an end that is no date', { validTo: Number.MAX_SAFE_INTEGER }],
    ['no version', { version: null }],
  ])('with %s is none', async (_title, change) => {
    const payload = new Map(
      asMap(decodeCbor(encodeAgreement(anAgreement()))) as Map<string, CborValue>,
    );
    for (const [name, value] of Object.entries(change)) payload.set(name, value);
    const bytes = await signByMany(encodeCbor(payload), [ours, theirs]);
    expect(await openAgreement(bytes, trust, verify)).toBeNull();
  });

  it('with any one bit flipped is none', async () => {
    const bytes = await signAgreement(anAgreement(), [ours, theirs]);
    const opened = await Promise.all(
      Array.from({ length: bytes.length * 8 }, (_, bit) =>
        openAgreement(
          bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))),
          trust,
          verify,
        ),
      ),
    );
    expect(opened.every((agreement) => agreement === null)).toBe(true);
  }, 30_000);
});

describe('the agreement of a pair', () => {
  const of = (...agreements: Agreement[]) =>
    agreementFor(agreements, '510000', '330000', NOW)?.version ?? null;
  const older = anAgreement();

  it.each<[string, Agreement[], number | null]>([
    ['none', [], null],
    ['void, replacing another', [older, anAgreement({ version: 2, isVoid: true })], null],
    ['the other way round', [anAgreement({ receiver: '330000', issuer: '510000' })], null],
    ['of the receiver above', [anAgreement({ receiver: '000000' })], null],
    ['of the issuer below', [anAgreement({ issuer: '330100' })], null],
    ['begins now', [anAgreement({ validFrom: NOW })], 1],
    ['begins in a second', [anAgreement({ validFrom: after(1) })], null],
    ['ends in a second', [anAgreement({ validTo: after(1) })], 1],
    ['ended now', [anAgreement({ validTo: NOW })], null],
    ['withdrawn now', [anAgreement({ withdrawnAt: NOW })], null],
    ['to be withdrawn in a second', [anAgreement({ withdrawnAt: after(1) })], 1],
    ['the newer of two', [anAgreement({ version: 2 }), older], 2],
    [
      'a newer one that has not begun',
      [older, anAgreement({ version: 2, validFrom: after(1) })],
      1,
    ],
    [
      'a newer one withdrawn: the older stays replaced',
      [older, anAgreement({ version: 2, withdrawnAt: NOW })],
      null,
    ],
    [
      'a newer one ended: the older stays replaced',
      [older, anAgreement({ version: 2, validTo: NOW })],
      null,
    ],
  ])('%s', (_title, agreements, version) => {
    expect(of(...agreements)).toBe(version);
  });
});
