import fc from 'fast-check';
import { expect, inject, it } from 'vitest';
import { decodeBase45, encodeBase45 } from '../../subgraphs/codes/domain/token/base45.ts';
import { SEED } from './support/cases.ts';
import { demo } from './support/client.ts';
import { recognizedAll } from './support/recognize.ts';

/** All in one asks all; split, where every answer is the same code's, asks enough to see that. */
const ALL = inject('tongma').mode === 'split' ? 20_000 : 100_000;
const BATCH = 1_000;
const CHARACTERS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'];

/** Texts that were never issued: made up, or issued ones with something changed. */
function texts(issued: readonly string[]): fc.Arbitrary<string> {
  const one = fc.constantFrom(...issued);
  const base45 = fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 400 });
  const changedBytes = fc
    .tuple(
      one,
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([text, changes]) => {
      const bytes = decodeBase45(text.slice(5)) ?? new Uint8Array(1);
      for (const [at, by] of changes) bytes[at % bytes.length]! ^= by;
      return `HCN1:${encodeBase45(bytes)}`;
    });
  const cut = fc.tuple(one, fc.nat(240)).map(([text, at]) => text.slice(0, at));
  const longer = fc.tuple(one, base45).map(([text, more]) => text + more);
  const swapped = fc.tuple(one, one, fc.nat(230)).map(([a, b, at]) => a.slice(0, at) + b.slice(at));
  const bytes = fc.uint8Array({ maxLength: 300 }).map((raw) => `HCN1:${encodeBase45(raw)}`);
  return fc.oneof(
    { weight: 5, arbitrary: changedBytes },
    { weight: 2, arbitrary: swapped },
    { weight: 1, arbitrary: cut },
    { weight: 1, arbitrary: longer },
    { weight: 2, arbitrary: bytes },
    { weight: 1, arbitrary: base45.map((text) => `HCN1:${text}`) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'HCN1:',
        'hcn1:ABC',
        'HC1:6BF',
        'http://example.com',
        `HCN1:${'A'.repeat(5_000)}`,
      ),
    },
  );
}

it(`gives a verdict on each of ${ALL} generated and mutated texts, and recognizes none that was not issued`, async () => {
  const issued = demo().codes.map(({ text }) => text);
  const known = new Set(issued);
  console.log(`fuzz seed ${SEED}`);
  const statuses = new Map<string, number>();
  for (let done = 0; done < ALL; done += BATCH) {
    const batch = fc.sample(texts(issued), { numRuns: BATCH, seed: SEED + done });
    const verdicts = await recognizedAll(batch, '510000');
    expect(verdicts).toHaveLength(BATCH);
    batch.forEach((text, index) => {
      const { outcome, tokenStatus, reasons } = verdicts[index];
      statuses.set(tokenStatus, (statuses.get(tokenStatus) ?? 0) + 1);
      if (known.has(text)) return;
      expect(outcome, `seed ${SEED + done}, item ${index}`).toBe('NOT_RECOGNIZED');
      expect(tokenStatus).not.toBe('VERIFIED');
      expect(reasons[0].ruleId).toBe('TOKEN');
    });
  }
  console.log(Object.fromEntries(statuses));
  // The generators reach what they are for.
  for (const status of ['NOT_SUPPORTED', 'MALFORMED', 'INVALID_SIGNATURE', 'ISSUER_NOT_TRUSTED']) {
    expect(statuses.get(status)).toBeGreaterThan(100);
  }
}, 300_000);
