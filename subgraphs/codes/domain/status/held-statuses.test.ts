import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases, randomOf, SEED } from '../../../../test/sample.ts';
import { holdStatuses } from './held-statuses.ts';
import { PLACES } from './place.ts';
import { allGreen, LISTED_STATUSES, setStatus, statusAt } from './status-bits.ts';

const chance = randomOf(SEED);

/** A list of which so many places, drawn at random, say something else than GREEN. */
function aList(count: number): Uint8Array {
  const bits = allGreen();
  for (let n = 0; n < count; n += 1) {
    setStatus(bits, chance(PLACES), LISTED_STATUSES[1 + chance(3)] ?? 'ASK');
  }
  return bits;
}

/** The first place that says something else than the bits say; null when none does. */
function differsAt(bits: Uint8Array): number | null {
  const held = holdStatuses(bits);
  for (let place = 0; place < bits.length * 4; place += 1) {
    if (held.at(place) !== statusAt(bits, place)) return place;
  }
  return null;
}

describe('a list that is held', () => {
  it.each([
    ['all green', allGreen(), 0],
    ['all to be asked for', allGreen().fill(0xff), 0],
    ['1.3 % not green', aList(13_631), 31_000],
    ['one place not green', aList(1), 100],
    ['a tenth not green', aList(104_858), 240_000],
    ['half not green', aList(700_000), 262_144],
    ['all to be asked for but some', allGreen().fill(0xff).with(70_000, 0b00_01_10_11), 100],
  ])('with %s says what its bits say, in no more memory than that', (_title, bits, most) => {
    expect(differsAt(bits)).toBeNull();
    expect(holdStatuses(bits).bytes).toBeLessThanOrEqual(most);
  });

  it('of any length and content says what its bits say', () => {
    const few = fc.array(fc.tuple(fc.nat(99), fc.nat(255)), { maxLength: 20 });
    fc.assert(
      fc.property(few, fc.constantFrom(0, 0x55, 0xaa, 0xff), (changes, usual) => {
        const bits = new Uint8Array(100).fill(usual);
        for (const [at, byte] of changes) bits[at] = byte;
        expect(differsAt(bits)).toBeNull();
        expect(holdStatuses(bits).bytes).toBeLessThanOrEqual(bits.length);
      }),
      cases(10_000),
    );
  });

  it.each([
    ['all green', allGreen()],
    ['some not green', aList(1_000)],
    ['half not green', aList(700_000)],
  ])('with %s says nothing of places that it does not have', (_title, bits) => {
    expect(holdStatuses(bits).at(PLACES)).toBe('ASK');
  });
});
