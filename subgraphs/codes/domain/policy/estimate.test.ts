import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases, randomOf, SEED } from '../../../../test/sample.ts';
import { estimate, partBetween } from './estimate.ts';

const founds = fc.nat({ max: 30_000 });
/** Parts of all ids, the tiny and the nearly whole among them. */
const parts = fc.oneof(
  fc.double({ min: 1e-6, max: 1, maxExcluded: true, noNaN: true }),
  fc.double({ min: 1e-12, max: 1e-3, noNaN: true }).map((rest) => 1 - rest),
);

describe('§5.6 an estimate', () => {
  it.each([
    // found, part, likely, at least, at most
    [1_000, 0.02, 50_000, 47_024, 53_164],
    [20_000, 0.02, 1_000_000, 986_373, 1_013_815],
    [5, 0.02, 250, 107, 581],
    // Nothing found is not nothing.
    [0, 0.02, 0, 0, 189],
    [0, 0.5, 0, 0, 4],
    // Nearly all was looked at.
    [300, 0.999, 300, 300, 302],
    [0, 0.999_999, 0, 0, 1],
    [7, 0.999_999_999, 7, 7, 8],
  ])('of %i in %d of all ids: %i, %i to %i', (found, part, likely, atLeast, atMost) => {
    expect(estimate(found, part)).toEqual({ likely, atLeast, atMost });
  });

  it('never claims to be exact, and never fewer than were found', () => {
    fc.assert(
      fc.property(founds, parts, (found, part) => {
        const { likely, atLeast, atMost } = estimate(found, part);
        expect(atLeast).toBeGreaterThanOrEqual(found);
        expect(atMost).toBeGreaterThan(atLeast);
        expect(likely).toBeGreaterThanOrEqual(atLeast);
        expect(likely).toBeLessThanOrEqual(atMost);
      }),
      cases(100_000, 5_000),
    );
  });

  it('is no narrower where less was looked at, nor where more was found', () => {
    const share = ({ atLeast, atMost }: ReturnType<typeof estimate>) => atMost - atLeast;
    fc.assert(
      fc.property(founds, parts, fc.nat({ max: 1_000 }), (found, part, more) => {
        // Whole numbers: each bound may be off by one.
        expect(share(estimate(found + more, part)) + 2).toBeGreaterThanOrEqual(
          share(estimate(found, part)),
        );
        expect(share(estimate(found, part / 2)) + 2).toBeGreaterThanOrEqual(
          share(estimate(found, part)),
        );
      }),
      cases(100_000, 5_000),
    );
  });

  it.each([
    [10_000, 0.02],
    [400, 0.2],
    [60, 0.9],
  ])('of %i codes, %d of them looked at, holds 19 times of 20', (codes, part) => {
    const random = randomOf(SEED);
    const tries = 1_000;
    let right = 0;
    for (let time = 0; time < tries; time += 1) {
      let found = 0;
      for (let code = 0; code < codes; code += 1) if (random(1e6) < part * 1e6) found += 1;
      const { atLeast, atMost } = estimate(found, part);
      if (atLeast <= codes && codes <= atMost) right += 1;
    }
    expect(right / tries).toBeGreaterThan(0.92);
  });
});

describe('the part of all ids', () => {
  const id = (place: string) => `330000-${place.padEnd(26, '0')}`;

  it.each([
    ['0', '4', 0.5],
    ['2', '3', 0.125],
    ['7', '1', 0.25],
    ['0', '01', 1 / 256],
    ['7ZZZZZZZZZZZ', '0', 0],
  ])('from %s to %s is %d, over the end if need be', (start, last, part) => {
    expect(partBetween(id(start), id(last))).toBeCloseTo(part, 12);
  });
});
