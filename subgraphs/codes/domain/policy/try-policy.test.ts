import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../../test/sample.ts';
import { opaqueId } from '../../../kit/standards/opaque-id.ts';
import type { Evidence } from '../color/evidence.ts';
import { dryRunCounts, type CodeWithEvidence } from './dry-run.ts';
import { NATIONAL_EDITIONS, nationalPolicy } from './national/editions.ts';
import { aCode } from './policy-fakes.ts';
import { tryPolicy, type DryRunLimit } from './try-policy.ts';

const REGION = '330000';
const AT = new Date('2022-07-10T00:00:00.000Z');
const [EIGHTH, NINTH] = NATIONAL_EDITIONS;
const compared = {
  next: nationalPolicy(EIGHTH, REGION, 2, AT),
  current: nationalPolicy(NINTH, REGION, 1, AT),
  at: AT,
};

const common = { source: 'SELF', occurredAt: AT } as const;
const declared: Evidence = {
  ...{ ...common, id: 'declaration', kind: 'DECLARATION' },
  body: { declaredAt: AT, symptoms: [], temperature: 36.5 },
};
const stay: Evidence = { ...common, id: 'stay', kind: 'STAY', body: { stayId: 'stay' } };
const inHighArea: Evidence = {
  ...{ ...common, id: 'overlap', kind: 'RISK_AREA_STAY' },
  body: { stayId: 'stay', level: 'HIGH', from: AT, until: null },
};

/** Ids that lie evenly, as random ones do, but the same each time. */
function idAt(place: number): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(0, Math.floor(place * 2 ** 32));
  return opaqueId(REGION, bytes);
}

/** A region of which every tenth code would change, read in chunks from a place on. */
function region(size: number, chunkSize: number, ms: number) {
  const codes = Array.from({ length: size }, (_, n): CodeWithEvidence => {
    const evidence = n % 10 === 0 ? [declared, stay, inHighArea] : [declared, stay];
    return { code: aCode({ id: idAt((n + 0.5) / size) }), evidence };
  });
  const seen: string[] = [];
  let time = AT.getTime();
  async function* chunks(start: string) {
    const behind = codes.filter(({ code }) => code.id > start);
    const others = codes.filter(({ code }) => code.id <= start);
    for (const part of [behind, others]) {
      for (let at = 0; at < part.length; at += chunkSize) {
        time += ms;
        const chunk = part.slice(at, at + chunkSize);
        seen.push(...chunk.map(({ code }) => code.id));
        yield await Promise.resolve(chunk);
      }
    }
  }
  const run = (limit: DryRunLimit, start = 0.37) =>
    tryPolicy(
      {
        ...{ newId: () => idAt(start), now: () => new Date(time), limit },
        store: { codes: (_region, from) => chunks(from) },
      },
      REGION,
      compared,
    );
  return { run, seen };
}

const namesAndCounts = (counts: ReturnType<typeof dryRunCounts>) =>
  Object.fromEntries(counts.map(({ name, count }) => [name, count]));

describe('§5.6 a dry run', () => {
  it('tries all codes of a region up to the limit', async () => {
    const { run } = region(2_000, 500, 0);
    expect(namesAndCounts(dryRunCounts(await run({ codes: 2_000, ms: 1 })))).toEqual({
      ...{ codes: 2_000, changed: 200, greenToRed: 200, 'greenToRed:HIGH-CENTRAL-14D': 200 },
    });
  });

  it('tries no more than the limit of a larger one, and says what part that is', async () => {
    const { run, seen } = region(10_000, 500, 0);
    const done = await run({ codes: 2_000, ms: 1 });
    // From the drawn place on; it has to read on to know that there are more.
    expect(seen.slice(0, 2_500)).toEqual(seen.toSorted().slice(0, 2_500));
    expect(seen).toHaveLength(2_500);
    expect(done.codes).toBe(2_000);
    expect(done.part).toBeCloseTo(0.2, 3);
    const { codes, tried, changed, ...others } = namesAndCounts(dryRunCounts(done));
    expect({ tried }).toEqual({ tried: 2_000 });
    expect(codes).toBeCloseTo(10_000, -1);
    expect(changed).toBeCloseTo(1_000, -1);
    expect(Object.keys(others)).toEqual([
      ...['changedAtLeast', 'changedAtMost', 'unseenAtMost'],
      ...['greenToRed', 'greenToRed:HIGH-CENTRAL-14D'],
    ]);
  });

  it('goes on at the beginning where the ids end', async () => {
    const { run } = region(10_000, 500, 0);
    const done = await run({ codes: 2_000, ms: 1 }, 0.95);
    expect(done).toMatchObject({ codes: 2_000, part: expect.closeTo(0.2, 3) as number });
  });

  it('ends when its time is over, but not before a thousand codes', async () => {
    const slow = await region(10_000, 500, 1_000).run({ codes: 20_000, ms: 3_000 });
    expect(slow).toMatchObject({ codes: 1_000, part: expect.closeTo(0.1, 3) as number });
    const slower = await region(10_000, 100, 60_000).run({ codes: 20_000, ms: 3_000 });
    expect(slower.codes).toBe(1_000);
    const small = await region(900, 100, 60_000).run({ codes: 20_000, ms: 3_000 });
    expect(small).toMatchObject({ codes: 900, part: null });
  });

  it('is exact when all were tried, and else never says so', async () => {
    const sizes = fc.integer({ min: 1, max: 4_000 });
    await fc.assert(
      fc.asyncProperty(
        ...[sizes, fc.integer({ min: 100, max: 1_000 }), fc.integer({ min: 1_000, max: 3_000 })],
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        async (size, chunk, codes, start) => {
          const done = await region(size, chunk, 0).run({ codes, ms: 1 }, start);
          const counts = namesAndCounts(dryRunCounts(done));
          if (size <= codes) expect(done.part).toBeNull();
          if (done.part === null) {
            const changed = Math.ceil(size / 10);
            expect(counts).toMatchObject({ codes: size, changed });
            expect(counts).not.toHaveProperty('tried');
          } else {
            expect(done.part).toBeLessThan(1);
            expect(done.codes).toBeLessThan(size);
            expect(counts['tried']).toBe(done.codes);
            expect(counts['codes']).toBeGreaterThan(done.codes);
            expect(counts['changedAtMost']).toBeGreaterThan(counts['changedAtLeast'] ?? Infinity);
            // Every tenth code, evenly: no estimate is far from it.
            expect(counts['changed']).toBeCloseTo(size / 10, -2);
          }
        },
      ),
      cases(300, 40),
    );
  });
});
