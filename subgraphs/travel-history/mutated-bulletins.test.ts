import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL, cases, SEED } from '../../test/sample.ts';
import { fakeTrail } from '../kit/audit/fake-trail.ts';
import { DomainError } from '../kit/domain-error.ts';
import type { Proposal } from '../kit/proposal/proposal.ts';
import { NATION } from '../kit/standards/gbt2260.ts';
import { DIVISIONS } from '../kit/standards/gbt2260-data.ts';
import { readBulletinBytes, readBulletinUpload } from './bulletin-file.ts';
import { nationalOfficial, realBulletins } from './bulletin-fakes.ts';
import { acceptance } from './domain/bulletin/accept-bulletin.ts';
import { areaOfKey } from './domain/bulletin/area.ts';
import { HOLD_REASONS } from './domain/bulletin/hold.ts';
import { bulletinUseCases } from './domain/bulletin/import-bulletin.ts';
import type { KeptBulletin } from './domain/bulletin/kept-bulletin.ts';
import { memoryBulletins } from './domain/bulletin/memory-bulletins-fakes.ts';
import { nameResolver } from './domain/bulletin/resolve-name.ts';
import { mutatedBulletins, realBulletin } from './mutated-bulletins-fakes.ts';

const NOW = new Date('2023-02-01T00:00:00Z');
const author = { ...nationalOfficial('author', 'bulletin:import'), regions: [NATION] };
const resolve = nameResolver(DIVISIONS);
/** The parts are small: what moves many areas of them moves a few. */
const RULES = {
  ...{ liftedOver: 2, liftedShare: 0.25, raisedOver: 2, raisedShare: 1 },
  ...{ differsOver: 1, differsShare: 0.01 },
};

function world() {
  const { store, ...seen } = memoryBulletins();
  let made = 0;
  const ports = { store, audit: fakeTrail(), now: () => NOW, resolve };
  const importing = bulletinUseCases({
    ...{ ...ports, accepting: acceptance(ports), rules: RULES },
    newId: () => `000000-${String((made += 1)).padStart(26, '0')}`,
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    proposals: {
      propose: () => Promise.resolve({ id: 'proposal' } as Proposal),
      find: () => Promise.resolve(null),
    },
  });
  return { importing, ...seen };
}

type World = ReturnType<typeof world>;

/** What becomes of an upload. @throws what is no refusal with a code */
async function imported({ importing }: World, bytes: Buffer): Promise<KeptBulletin | DomainError> {
  try {
    return await importing.import(await readBulletinUpload(bytes.toString('base64')), author);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** Nothing of what is kept is what a database cannot keep, or was not in the text. */
function expectKeepable(
  { unresolved, listed }: KeptBulletin,
  areas: readonly string[],
  text: string,
): void {
  for (const key of areas) {
    expect(Object.values(areaOfKey(key)).join('\t')).toBe(key);
    expect(key.isWellFormed() && !key.includes('\0')).toBe(true);
    expect(key.includes('\ufffd') && !text.includes('\ufffd')).toBe(false);
  }
  expect(JSON.stringify(unresolved)).not.toContain('\\u0000');
  expect(Object.values(listed).every(Number.isSafeInteger)).toBe(true);
}

const names = realBulletins();

describe.skipIf(names === null)('a real bulletin that somebody changed', () => {
  const all = names ?? [];
  const some = ALL ? all : [0, 1, 2].map((n) => all[(SEED + n * 17) % all.length]!);
  const real = some.map(realBulletin);

  it('is accepted, held or refused, each with its reason, and moves no area unless accepted', async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(mutatedBulletins(real), async ({ before, text, bytes }) => {
        const here = world();
        await imported(here, Buffer.from(JSON.stringify(before)));
        const standing = here.open();
        const outcome = await imported(here, bytes);
        const names: string[] = [];
        if (outcome instanceof DomainError) {
          expect(outcome).toMatchObject({ code: 'BAD_USER_INPUT', fields: ['input.content'] });
          names.push(outcome.code);
        } else if (outcome.state === 'HELD') {
          expect(outcome.holds.length).toBeGreaterThan(0);
          expect(HOLD_REASONS).toEqual(expect.arrayContaining([...outcome.holds]));
          expect(outcome.proposalId).toBe('proposal');
          names.push(...outcome.holds);
        } else {
          expect(outcome).toMatchObject({ state: 'ACCEPTED', holds: [], proposalId: null });
          names.push(outcome.state);
        }
        for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1);
        if ('state' in outcome) expectKeepable(outcome, here.listedBy(outcome.id), text);
        const isAccepted = 'state' in outcome && outcome.state === 'ACCEPTED';
        expect(here.open()).toEqual(isAccepted ? here.listedBy(outcome.id) : standing);
      }),
      cases(100_000, 300),
    );
    // The generator reaches what it is for; in a sample, what is not rare.
    const common = ['RAISED_MANY', 'SAME_INSTANT', 'OLDER', 'FUTURE', 'COUNTS_CONTRADICT'];
    const reached = ['ACCEPTED', 'BAD_USER_INPUT', ...(ALL ? HOLD_REASONS : common)];
    expect([...seen.keys()]).toEqual(expect.arrayContaining(reached));
  });

  it('is never taken for whole when it is cut, packed or not', async () => {
    const bytes = fc.constantFrom(...real.map((one) => one.bytes));
    const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), share, async (whole, packed, at) => {
        const file = packed ? whole : gunzipSync(whole);
        const cut = file.subarray(0, Math.floor(at * file.length));
        await expect(readBulletinBytes(cut)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      }),
      cases(1_000, 20),
    );
  });
});
