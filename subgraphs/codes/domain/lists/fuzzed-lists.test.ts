import { beforeAll, describe, expect, it } from 'vitest';
import { ALL, randomOf, SEED } from '../../../../test/sample.ts';
import { after, NOW } from '../../persistence/signing-fakes.ts';
import type { ListBundle } from './held-lists.ts';
import { aText, aVerifier, goodBundle, NOTHING, RECEIVER } from './list-fakes.ts';

// Everything that was signed, with something in it changed: none of it is ever taken.
const TRIES = ALL ? 100_000 : 3_000;
const chance = randomOf(SEED);

const CHANGES: readonly ((bytes: Uint8Array) => Uint8Array)[] = [
  (bytes) => bytes.with(chance(bytes.length), chance(256)),
  (bytes) => bytes.with(chance(bytes.length), 0xff),
  (bytes) => bytes.subarray(0, chance(bytes.length)),
  (bytes) => Uint8Array.of(...bytes, chance(256)),
  (bytes) =>
    Uint8Array.of(
      ...bytes.subarray(0, chance(bytes.length)),
      ...bytes.subarray(chance(bytes.length)),
    ),
  (bytes) => bytes.toReversed(),
  (bytes) => Uint8Array.from({ length: chance(bytes.length) }, () => chance(256)),
  // Lengths, nesting and counts that promise more than there is.
  (bytes) => Uint8Array.of(0xd2, 0x84, 0x5b, 0x7f, ...bytes.subarray(4)),
  (bytes) => Uint8Array.of(0xd2, ...new Uint8Array(200).fill(0x81), ...bytes),
  (bytes) => Uint8Array.of(0xd2, 0x9a, 0xff, 0xff, 0xff, 0xff, ...bytes.subarray(2)),
];
const KINDS = [
  'trustList',
  'terms',
  'agreements',
  'statements',
  'statusLists',
  'evidence',
] as const;

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function drawn<T>(of: readonly T[]): T {
  const one = of[chance(of.length)];
  if (one === undefined) throw new Error('Nothing to draw from.');
  return one;
}

describe('changed lists', () => {
  let good: ListBundle;
  beforeAll(async () => {
    good = await goodBundle();
  });

  it(`are never taken and never throw, in ${TRIES} tries`, async () => {
    const all = [
      good.trustList,
      good.terms[0],
      good.agreements[0],
      good.statements[0],
      good.statusLists[0],
      good.evidence?.[0],
    ];
    const texts = all.filter((bytes) => bytes instanceof Uint8Array);
    const verifier = aVerifier(() => after(10));
    await verifier.load(good);
    const before = JSON.stringify(await verifier.recognize(await aText(), RECEIVER));
    for (let n = 0; n < TRIES; n += 1) {
      const kind = drawn(KINDS);
      const from = drawn(texts);
      const bytes = drawn(CHANGES)(from);
      if (texts.some((text) => same(text, bytes))) continue;
      const bundle =
        kind === 'trustList' ? { ...NOTHING, trustList: bytes } : { ...NOTHING, [kind]: [bytes] };
      const refused = await verifier.load(bundle);
      if (refused.length !== 1)
        throw new Error(`${kind} taken: ${Buffer.from(bytes).toString('hex')}`);
    }
    expect(JSON.stringify(await verifier.recognize(await aText(), RECEIVER))).toBe(before);
  });

  it('of one kind are never taken for another', async () => {
    const all = [
      good.terms[0],
      good.agreements[0],
      good.statements[0],
      good.statusLists[0],
      good.evidence?.[0],
      good.trustList,
    ];
    for (const [at, kind] of (
      ['terms', 'agreements', 'statements', 'statusLists', 'evidence'] as const
    ).entries()) {
      for (const [other, bytes] of all.entries()) {
        if (other === at || !bytes) continue;
        const verifier = aVerifier(() => NOW);
        await verifier.load({ ...NOTHING, trustList: good.trustList });
        expect(await verifier.load({ ...NOTHING, [kind]: [bytes] })).toHaveLength(1);
      }
    }
  });
});
