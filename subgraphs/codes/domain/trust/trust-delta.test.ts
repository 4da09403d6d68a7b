import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeVerify } from '../../persistence/node-crypto.ts';
import { aSigner, aTrustList, NOW } from '../../persistence/signing-fakes.ts';
import { encodeCbor, type CborValue } from '../token/cbor.ts';
import { applyDelta, openDelta, trustDelta } from './trust-delta.ts';
import { aFreshKey, NAMES } from './trust-fakes.ts';
import {
  signTrustList,
  type TrustedRegion,
  type TrustList,
  type TrustRules,
} from './trust-list.ts';

const roots = [aSigner(), aSigner()];
const rules: TrustRules = {
  ...{ roots, threshold: 2, environment: 'production', current: 7, now: NOW },
  verify: nodeVerify(),
};
const KEYS = Array.from({ length: 6 }, () => aFreshKey());
const IDS = ['110000', '330000', '330100', '440000', '510000', '650000'];

const regions = fc.uniqueArray(
  fc.record({
    region: fc.constantFrom(...IDS),
    state: fc.constantFrom('ACTIVE' as const, 'SUNSET' as const),
    keys: fc.subarray(KEYS),
    endpoint: fc.constantFrom(undefined, 'https://a.example', 'https://b.example'),
    named: fc.boolean(),
  }),
  { selector: ({ region }) => region },
);

function listOf(made: readonly (TrustedRegion & { named: boolean })[], version: number): TrustList {
  const all = made.map(({ region, state, keys, endpoint, named }) => ({
    ...{ region, state, keys: keys.map((key) => ({ ...key, region })) },
    ...(endpoint !== undefined && { endpoint }),
    ...(named && { names: NAMES }),
  }));
  return aTrustList([], { version, regions: all });
}

const lists = regions.map((made) => made as (TrustedRegion & { named: boolean })[]);

describe('a delta', () => {
  it('put on its base gives exactly the signed bytes of the next list', async () => {
    await fc.assert(
      fc.asyncProperty(lists, lists, async (before, after) => {
        const base = await signTrustList(listOf(before, 7), roots);
        const next = await signTrustList(listOf(after, 8), roots);
        const delta = trustDelta(base, next)!;
        const opened = await openDelta(base, delta, rules);
        if ('fault' in opened) throw new Error(opened.fault);
        expect(opened.bytes).toEqual(next);
        expect(opened.index.list.version).toBe(8);
      }),
      { numRuns: 60 },
    );
  });

  it('is small: neighbors that stay are one run', async () => {
    const many = Array.from({ length: 300 }, (_, at) => String(100_000 + at));
    const all = many.map((region) => ({ region, state: 'ACTIVE' as const, keys: [], named: true }));
    const changed = all.map((one) =>
      one.region === '100150' ? { ...one, keys: [KEYS[0]!] } : one,
    );
    const base = await signTrustList(listOf(all, 7), roots);
    const next = await signTrustList(listOf(changed, 8), roots);
    const delta = trustDelta(base, next)!;
    expect(delta.length).toBeLessThan(800);
    expect(applyDelta(base, delta)).toEqual(next);
  });

  describe('of one region added', () => {
    let base: Uint8Array;
    let next: Uint8Array;
    let delta: Uint8Array;

    beforeAll(async () => {
      const stays = aTrustList([KEYS[0]!, { ...KEYS[1]!, region: '510000' }]);
      const added = { region: '650000', state: 'ACTIVE' as const, keys: [KEYS[2]!] };
      base = await signTrustList(stays, roots);
      next = await signTrustList(
        { ...stays, version: 8, regions: [...stays.regions, added] },
        roots,
      );
      delta = trustDelta(base, next)!;
    });

    async function faultOf(from: Uint8Array, by: Uint8Array, given: Partial<TrustRules> = {}) {
      const opened = await openDelta(from, by, { ...rules, ...given });
      return 'fault' in opened ? opened.fault : null;
    }

    it('opens under the rules of every list', async () => {
      expect(await faultOf(base, delta)).toBeNull();
      expect(await faultOf(base, delta, { current: 9 })).toBe('ROLLBACK');
      expect(await faultOf(base, delta, { environment: 'demo' })).toBe('ENVIRONMENT');
      expect(await faultOf(base, delta, { threshold: 3 })).toBe('TOO_FEW_SIGNATURES');
    });

    it('on another base is refused', async () => {
      expect(await faultOf(next, delta)).toBe('WRONG_BASE');
      const other = await signTrustList(
        aTrustList([KEYS[3]!, { ...KEYS[4]!, region: '510000' }]),
        roots,
      );
      expect(await faultOf(other, delta)).toBe('BAD_SIGNATURE');
      expect(await faultOf(await signTrustList(aTrustList([]), roots), delta)).toBe('MALFORMED');
      expect(await faultOf(new Uint8Array(), delta)).toBe('MALFORMED');
    });

    it('is refused with any one bit flipped', async () => {
      const faults = await Promise.all(
        Array.from({ length: delta.length * 8 }, (_, bit) =>
          faultOf(base, delta.with(bit >> 3, (delta[bit >> 3] ?? 0) ^ (1 << (bit & 7)))),
        ),
      );
      expect(faults).not.toContain(null);
    }, 30_000);

    it.each<[string, CborValue[]]>([
      ['beyond the end', [[0, 3]]],
      ['before the beginning', [[-1, 1]]],
      ['of nothing', [[0, 0]]],
      ['of a text', ['510000']],
      ['of three numbers', [[0, 1, 1]]],
      ['without an end', Array.from({ length: 10_001 }, () => [0, 1])],
    ])('with a run %s is malformed', (_title, entries) => {
      const bad = encodeCbor(
        new Map<string, CborValue>([
          ['base', 7],
          ['head', new Map()],
          ['signatures', []],
          ['entries', entries],
        ]),
      );
      expect(applyDelta(base, bad)).toEqual({ fault: 'MALFORMED' });
    });

    it('of any bytes is an answer', () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
          expect(applyDelta(base, bytes)).toEqual({ fault: 'MALFORMED' });
        }),
      );
    });

    it('of what is no list is none', () => {
      expect(trustDelta(base, Uint8Array.of(1))).toBeNull();
    });
  });
});
