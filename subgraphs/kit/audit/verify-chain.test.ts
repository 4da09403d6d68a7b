import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitmentOf, entryHash, NOTHING_BEFORE } from './chain.ts';
import { verifyChain, type ChainRow, type Erased } from './verify-chain.ts';

const REGION = '330000';
const DAY_MS = 86_400_000;
const NOW = Date.parse('2024-06-01T00:00:00Z');
/** As `audit.clear_bodies` counts. */
const CLEARED_MS = 366 * DAY_MS;
/** As verifying counts. */
const KEPT_MS = 365 * DAY_MS;

/** A chain whose entries are so old, in milliseconds, the oldest first. */
function chainOf(ages: readonly number[]): ChainRow[] {
  let previous: Buffer = NOTHING_BEFORE;
  return ages.map((age, index) => {
    const salt = Buffer.alloc(16, index);
    const body = JSON.stringify({ action: 'CHECKED_IN', objectId: String(index) });
    const commitment = commitmentOf(salt, body);
    const head = { sequence: index + 1, at: NOW - age, kind: 'CHECKED_IN' };
    previous = entryHash(previous, { region: REGION, ...head }, commitment);
    return { ...head, commitment, hash: previous, salt, body };
  });
}

const without = (row: ChainRow): ChainRow => ({ ...row, salt: null, body: null });

/** What is left of a chain after `audit.clear_bodies`. */
const cleared = (chain: readonly ChainRow[]) =>
  chain.map((row) => (NOW - (row.at ?? 0) > CLEARED_MS ? without(row) : row));

async function* inBatches(rows: readonly ChainRow[]) {
  for (let from = 0; from < rows.length; from += 3) {
    yield await Promise.resolve(rows.slice(from, from + 3));
  }
}

function verify(rows: readonly ChainRow[], erased: readonly Erased[] = []) {
  return verifyChain({
    ...{ region: REGION, start: { sequence: 0, hash: NOTHING_BEFORE, at: 0 }, now: NOW, erased },
    rows: inBatches(rows),
    sealed: (async function* () {
      yield await Promise.resolve([]);
    })(),
  });
}

/** Ages of entries over three years, and some at the boundary to the millisecond. */
const ages = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 3 * KEPT_MS }),
      fc.constantFrom(KEPT_MS - 1, KEPT_MS, KEPT_MS + 1, CLEARED_MS, CLEARED_MS + 1),
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((all) => all.toSorted((a, b) => b - a));

describe('a chain of which bodies were cleared after their year', () => {
  it('is right, and says how many are kept no longer', async () => {
    await fc.assert(
      fc.asyncProperty(ages, async (all) => {
        const { fault, entries, expired, erased } = await verify(cleared(chainOf(all)));
        const old = all.filter((age) => age > CLEARED_MS).length;
        expect({ fault, entries, expired, erased }).toEqual({
          ...{ fault: null, entries: all.length, expired: old, erased: 0 },
        });
      }),
    );
  });

  it('names the first that went before its year was over', async () => {
    await fc.assert(
      fc.asyncProperty(ages, fc.infiniteStream(fc.boolean()), async (all, chosen) => {
        const taken = cleared(chainOf(all)).map((row) =>
          chosen.next().value === true ? without(row) : row,
        );
        const early = taken.find(({ at, body }) => body === null && NOW - (at ?? 0) <= KEPT_MS);
        const { fault } = await verify(taken);
        expect(fault).toEqual(
          early
            ? {
                ...{ fault: 'BODY_MISSING', region: REGION },
                ...{ sequence: early.sequence, checkpoint: null },
              }
            : null,
        );
      }),
    );
  });

  it.each([
    ['a changed text', { body: '{}' }, 'BODY_CHANGED'],
    ['another time', { at: NOW - 2 * KEPT_MS + 1 }, 'ENTRY_HASH'],
  ])('still shows %s of an entry past its year', async (_what, change, kind) => {
    const [first, ...others] = chainOf([2 * KEPT_MS, DAY_MS]);
    const { fault } = await verify([...(first ? [{ ...first, ...change }] : []), ...others]);
    expect(fault).toMatchObject({ fault: kind, sequence: 1 });
  });

  it('counts what a decision erased apart', async () => {
    const rows = chainOf([2 * KEPT_MS, 3 * DAY_MS, 2 * DAY_MS, DAY_MS]).map((row) =>
      row.sequence < 3 ? without(row) : row,
    );
    const found = await verify(rows, [{ from: 1, to: 2 }]);
    expect(found).toMatchObject({ fault: null, expired: 1, erased: 1 });
  });
});
