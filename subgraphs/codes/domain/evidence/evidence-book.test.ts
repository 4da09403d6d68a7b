import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexOf, sameBytes } from '../token/bytes.ts';
import type { CoarseDay } from './coarse-dates.ts';
import { evidenceBook } from './evidence-book.ts';
import { packEvidence, type SharedEntry } from './evidence-list-fakes.ts';
import type { EvidenceNeeds, SharedKind } from './evidence-needs.ts';

const NEEDS: EvidenceNeeds = {
  days: new Map<SharedKind, number>([
    ['SYMPTOM', 7], // not in the order in which records hold them
    ['NOT_DETECTED', 2],
  ]),
  symptoms: ['FEVER'],
};
const START = Date.UTC(2022, 6, 20);
const at = (seconds: number) => new Date(START + seconds * 1_000);
const dates = (tested: CoarseDay, ill: CoarseDay = null) =>
  new Map<SharedKind, CoarseDay>([
    ['NOT_DETECTED', tested],
    ['SYMPTOM', ill],
    ['CONTACT', 19_193], // is not shared
  ]);

/** A token of a number, over after some seconds. */
const token = (n: number, seconds = 1_000) => {
  const cti = new Uint8Array(8);
  new DataView(cti.buffer).setUint32(n % 2 === 0 ? 0 : 4, n);
  return { cti, expiresAt: at(seconds) };
};

describe('a book of evidence', () => {
  it('packs records in order: an id, and two bytes a kind', () => {
    const book = evidenceBook(NEEDS);
    book.write(token(2), dates(19_193, 'UNKNOWN'));
    book.write(token(1), dates(null, 'OPEN'));
    expect(hexOf(book.records(at(0)))).toBe(
      '00000000000000010000fffe' + '00000002000000004af9ffff',
    );
  });

  it('leaves out who has nothing to tell, from when that is so', () => {
    const book = evidenceBook(NEEDS);
    book.write(token(1), dates(null));
    expect(book.records(at(0))).toHaveLength(0);
    book.write(token(1), dates(19_193));
    expect(book.records(at(0))).toHaveLength(12);
    book.write(token(1), dates(null));
    expect(book.records(at(0))).toHaveLength(0);
  });

  it('leaves out tokens that are void', () => {
    const book = evidenceBook(NEEDS);
    for (const n of [1, 2, 3]) book.write(token(n), dates(19_193));
    book.write(token(2), null);
    book.write(token(4), null);
    const left = [1, 3].map((n) => ({ ...token(n), dates: dates(19_193) }));
    expect(book.records(at(0))).toEqual(packEvidence(left, NEEDS));
  });

  it('leaves out tokens from the instant at which they are over', () => {
    const book = evidenceBook(NEEDS);
    book.write(token(1, 10), dates(19_193));
    book.write(token(2, 20), dates(19_193));
    expect(book.records(at(9))).toHaveLength(24);
    expect(hexOf(book.records(at(10)))).toBe('00000002000000004af90000');
    book.write(token(3, 15), dates(19_193)); // nobody asks before it is over
    expect(book.records(at(20))).toHaveLength(0);
  });

  it('gives the same array until a record differs, and leaves that as it is', () => {
    const book = evidenceBook(NEEDS);
    book.write(token(1), dates(19_193));
    book.write(token(2, 20), dates(19_193));
    const before = book.records(at(0));
    const packed = before.slice();
    book.write(token(1), dates(19_193));
    book.write(token(2, 20), dates(19_194));
    book.write(token(2, 20), dates(19_193)); // as it was
    book.write(token(3), dates(null));
    expect(book.records(at(19))).toBe(before);
    book.write(token(1), dates(19_194));
    expect(book.records(at(19))).not.toBe(before);
    expect(book.records(at(20))).toHaveLength(12);
    expect(before).toEqual(packed);
  });

  it('takes more at once than wait together', () => {
    const book = evidenceBook(NEEDS);
    const of = (n: number) => dates(n % 7 === 0 ? null : 19_000 + (n % 100));
    const entries: SharedEntry[] = [];
    for (let n = 20_000; n > 0; n -= 1) {
      book.write(token(n), dates(1));
      book.write(token(n), of(n));
      entries.push({ ...token(n), dates: of(n) });
    }
    expect(sameBytes(book.records(at(0)), packEvidence(entries, NEEDS))).toBe(true);
  });

  it('holds after any changes and ends what packing from nothing gives', () => {
    const day = fc.constantFrom<CoarseDay>(null, 19_193, 19_194, 'OPEN', 'UNKNOWN');
    const numbers = fc.integer({ min: 1, max: 12 });
    const step = fc.oneof(
      fc.record({ n: numbers, tested: day, ill: day, isVoid: fc.boolean() }),
      fc.record({ seconds: fc.integer({ min: 0, max: 30 }) }),
    );
    const end = (n: number) => n * 10;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const book = evidenceBook(NEEDS);
        const known = new Map<number, SharedEntry>();
        let [now, last] = [0, book.records(at(0))];
        for (const one of steps) {
          if ('n' in one) {
            const { n, tested, ill, isVoid } = one;
            book.write(token(n, end(n)), isVoid ? null : dates(tested, ill));
            if (isVoid) known.delete(n);
            else known.set(n, { ...token(n), dates: dates(tested, ill) });
            continue;
          }
          now += one.seconds;
          for (const n of known.keys()) if (end(n) <= now) known.delete(n);
          const packed = packEvidence([...known.values()], NEEDS);
          const records = book.records(at(now));
          expect(records).toEqual(packed);
          expect(records === last).toBe(sameBytes(last, packed));
          last = records;
        }
      }),
      { numRuns: 500 },
    );
  });
});
