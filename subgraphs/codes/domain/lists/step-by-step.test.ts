import { describe, expect, it } from 'vitest';
import { nodeVerify, sha256 } from '../../persistence/node-crypto.ts';
import { after, aKey, aSigner, ISSUER, NOW } from '../../persistence/signing-fakes.ts';
import { createVerifier, type Verifier } from '../../verify/index.ts';
import type { Agreement } from '../recognition/agreement.ts';
import { signAgreement } from '../recognition/signed-agreement.ts';
import { PAIR_BYTES_MAX } from './held-agreements.ts';
import type { ListBundle } from './held-lists.ts';
import {
  AGREEMENT,
  aVerifier,
  ID,
  goodBundle,
  KEYS,
  NOTHING,
  RECEIVER,
  roots,
  signer,
  statementOf,
  termsOf,
  trustOf,
  verdictOf,
} from './list-fakes.ts';

const LATER = () => after(120);
const BOTH = [signer.policy, signer.issuerPolicy];
const GREEN = 'RECOGNIZED VERIFIED GREEN';
const NONE = 'NOT_RECOGNIZED VERIFIED -';

const versions = (...named: readonly number[]) => ({
  agreements: named.map((version) => ({ issuer: ISSUER, version, withdrawnAt: null })),
});
const agreed = (given: Partial<Agreement> = {}, by = BOTH) =>
  signAgreement({ ...AGREEMENT, ...given }, by);
/** The keys with some withdrawn, or gone. */
const keysWith = (of: { readonly kid: string }, state: 'TERMINATED' | 'GONE') =>
  KEYS.flatMap((key) => {
    if (key.kid !== of.kid) return [key];
    return state === 'GONE' ? [] : [{ ...key, state }];
  });

/** The verdict after some loads, and after all of them at once; what is left out is of the good bundle. */
async function bothWays(
  steps: readonly Partial<ListBundle>[],
  last: Partial<ListBundle>,
): Promise<{ readonly stepped: string; readonly atOnce: string }> {
  const [stepped, atOnce] = [aVerifier(LATER), aVerifier(LATER)];
  const [first, ...others] = steps;
  await stepped.load({ ...(await goodBundle()), ...first });
  for (const one of others) await stepped.load({ ...NOTHING, ...one });
  await atOnce.load({ ...(await goodBundle()), ...last });
  return { stepped: await verdictOf(stepped), atOnce: await verdictOf(atOnce) };
}

describe('lists that come one after another give what all at once give', () => {
  it('an agreement before the terms that name it', async () => {
    const before = await termsOf(versions());
    const terms = [await termsOf({ issuedAt: after(60), ...versions(1) })];
    const said = await bothWays([{ terms: [before] }, { terms }], { terms });
    expect(said).toEqual({ stepped: GREEN, atOnce: GREEN });
  });

  it('a version that replaces another before the terms that name it', async () => {
    const second = await agreed({ version: 2, colorMap: {} });
    const terms = [await termsOf({ issuedAt: after(60), ...versions(1, 2) })];
    const all = { terms, agreements: [...(await goodBundle()).agreements, second] };
    const said = await bothWays([{}, { agreements: [second] }, { terms }], all);
    expect(said).toEqual({
      ...{ stepped: 'CROSS_CHECK VERIFIED -', atOnce: 'CROSS_CHECK VERIFIED -' },
    });
  });

  it('with a clock that was slow, where what was refused comes again', async () => {
    let now = after(-300);
    const verifier = aVerifier(() => now);
    const good = await goodBundle();
    const refused = await verifier.load(good);
    const kinds = refused.map(({ list }) => list);
    expect(kinds.toSorted()).toEqual(['evidence', 'statements', 'statusLists', 'terms']);
    now = NOW;
    const again = Object.fromEntries(kinds.map((kind) => [kind, good[kind]]));
    expect(await verifier.load({ ...NOTHING, ...again })).toEqual([]);
    expect(await verdictOf(verifier)).toBe(GREEN);
  });

  it.each(['by the trust list', 'by the region itself'])(
    'terms by another key, when the first is withdrawn %s',
    async (how) => {
      const second = aSigner();
      const next = aKey(second, { use: 'policy', region: RECEIVER });
      const agreements = [await agreed({}, [second, signer.issuerPolicy])];
      const terms = [await termsOf({ issuedAt: after(60) }, second)];
      const listed = how === 'by the trust list' ? keysWith(signer.policy, 'TERMINATED') : KEYS;
      const trustList = await trustOf([...listed, next], { version: 2 });
      const kids = how === 'by the trust list' ? [] : [signer.policy.kid];
      const own = await statementOf(null, { issuer: RECEIVER, kids }, signer.receiverStatus);
      const [issuers] = (await goodBundle()).statements;
      const said = await bothWays(
        [
          { agreements, trustList: await trustOf([...KEYS, next]) },
          { trustList, statements: [own] },
          { terms },
        ],
        { agreements, trustList, terms, statements: [own, issuers!] },
      );
      expect(said).toEqual({ stepped: GREEN, atOnce: GREEN });
    },
  );

  it.each(['TERMINATED', 'GONE'] as const)(
    'an agreement by a key that is %s in a newer trust list',
    async (state) => {
      const keys = keysWith(signer.issuerPolicy, state);
      const trustList = await trustOf(keys, { version: 2 });
      const said = await bothWays([{}, { trustList }], { trustList });
      expect(said).toEqual({ stepped: NONE, atOnce: NONE });
    },
  );

  it('an agreement that was signed anew before its first key was withdrawn', async () => {
    const second = aSigner();
    const next = aKey(second, { use: 'policy' });
    const anew = await agreed({}, [...BOTH, second]);
    const keys = [...keysWith(signer.issuerPolicy, 'TERMINATED'), next];
    const trustList = await trustOf(keys, { version: 2 });
    const agreements = [await agreed(), anew];
    for (const order of [agreements, agreements.toReversed()]) {
      const [a, b] = order;
      const said = await bothWays(
        [
          { agreements: [a!], trustList: await trustOf([...KEYS, next]) },
          { agreements: [b!] },
          { trustList },
        ],
        { agreements: order, trustList },
      );
      expect(said).toEqual({ stepped: GREEN, atOnce: GREEN });
    }
  });

  it('a statement that names its own key, and then nothing new', async () => {
    const [list] = (await goodBundle()).statusLists;
    const statements = [await statementOf(list!, { kids: [signer.status.kid] })];
    const said = await bothWays([{ statements }, {}], { statements });
    expect(said).toEqual({ stepped: GREEN, atOnce: GREEN });
  });

  it('a newer trust list that is over, after one that is', async () => {
    const life = { issuedAt: after(-7 * 86_400), expiresAt: NOW };
    const older = await trustOf(
      KEYS.filter(({ use }) => use !== 'paper'),
      life,
    );
    const trustList = await trustOf(KEYS, { ...life, version: 2 });
    const said = await bothWays([{ trustList: older }, { trustList }], { trustList });
    expect(said).toEqual({ stepped: 'STALE VERIFIED -', atOnce: 'STALE VERIFIED -' });
  });
});

describe('agreements that are held', () => {
  function counting(): { readonly verifier: Verifier; count: number } {
    const verify = nodeVerify();
    const counted = {
      count: 0,
      verifier: createVerifier({
        ...{ roots, threshold: 2, environment: 'production', now: LATER },
        verify: (...given) => {
          counted.count += 1;
          return verify(...given);
        },
      }),
    };
    return counted;
  }

  it('are verified again only where a key of a side is another, or stands otherwise', async () => {
    const counted = counting();
    await counted.verifier.load(await goodBundle());
    counted.count = 0;
    const { agreements } = await goodBundle();
    await counted.verifier.load({ ...NOTHING, agreements });
    expect(counted.count).toBe(0);
    const others = keysWith(signer.paper, 'TERMINATED');
    await counted.verifier.load({ ...NOTHING, trustList: await trustOf(others, { version: 2 }) });
    expect(counted.count).toBe(2); // the roots'
    const trustList = await trustOf(keysWith(signer.policy, 'TERMINATED'), { version: 3 });
    await counted.verifier.load({ ...NOTHING, trustList });
    expect(counted.count).toBe(4 + 2);
  });

  it('take no more room than there is, what terms name first and then the newest', async () => {
    const conditions = Array.from({ length: 3_000 }, (_, n) => ({
      ...{ id: `N${n}`, kind: 'NOT_DETECTED_WITHIN' as const, hours: 48, colors: [] },
    }));
    const many = await Promise.all(
      Array.from({ length: 12 }, (_, n) => agreed({ version: n + 2, conditions })),
    );
    const verifier = aVerifier(LATER);
    await verifier.load(await goodBundle());
    const refused = [];
    for (const one of many)
      refused.push(...(await verifier.load({ ...NOTHING, agreements: [one] })));
    const all = () => verifier.lists()?.signedAgreements ?? [];
    const bytes = () => all().reduce((sum, { signed }) => sum + signed.length, 0);
    const held = () => all().map(({ agreement }) => agreement.version);
    expect(many.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(PAIR_BYTES_MAX);
    expect(bytes()).toBeLessThanOrEqual(PAIR_BYTES_MAX);
    expect(held()).toEqual([1, 13, 12, 11, 10, 9, 8]);
    expect(await verdictOf(verifier)).toBe(GREEN);
    // What there is no room for is refused, so that it comes again; named by terms it is taken.
    expect(refused).toEqual([]);
    expect(await verifier.load({ ...NOTHING, agreements: [many[0]!] })).toEqual([
      { list: 'agreements', at: 0, fault: 'NOT_NAMED' },
    ]);
    const terms = [await termsOf({ issuedAt: after(60), ...versions(1, 2) })];
    expect(await verifier.load({ ...NOTHING, terms, agreements: [many[0]!] })).toEqual([]);
    expect(held().slice(0, 2)).toEqual([2, 1]);
    expect(bytes()).toBeLessThanOrEqual(PAIR_BYTES_MAX);
    const large = new Uint8Array(PAIR_BYTES_MAX + 1);
    expect(await verifier.load({ ...NOTHING, agreements: [large] })).toEqual([
      { list: 'agreements', at: 0, fault: 'TOO_LARGE' },
    ]);
  });
});

describe('a status list whose digest another region names', () => {
  it.each([
    ['before', (own: Uint8Array, other: Uint8Array) => [other, own]],
    ['after', (own: Uint8Array, other: Uint8Array) => [own, other]],
  ])('counts for its own issuer, and for no other, named %s it', async (_title, order) => {
    const { statements, statusLists, ...good } = await goodBundle();
    const lists = [{ id: { ...ID, issuer: RECEIVER }, digest: sha256(statusLists[0]!) }];
    const other = await statementOf(null, { issuer: RECEIVER, lists }, signer.receiverStatus);
    const verifier = aVerifier(LATER);
    const all = order(statements[0]!, other);
    expect(await verifier.load({ ...good, statusLists, statements: all })).toEqual([]);
    expect(await verdictOf(verifier)).toBe(GREEN);
    expect(verifier.lists()?.issuers.get(RECEIVER)?.lists.size).toBe(0);
    // Nor where the statements come anew, by themselves.
    await verifier.load({ ...NOTHING, statements: all });
    expect(await verdictOf(verifier)).toBe(GREEN);
  });

  it('counts under each subject of its own that names it, and is of one', async () => {
    const { statusLists, ...good } = await goodBundle();
    const digest = sha256(statusLists[0]!);
    const twice = [ID, { ...ID, part: 1 }].map((id) => ({ id, digest }));
    for (const lists of [twice, twice.toReversed()]) {
      const verifier = aVerifier(LATER);
      const statements = [await statementOf(null, { lists })];
      expect(await verifier.load({ ...good, statusLists, statements })).toEqual([]);
      expect(await verdictOf(verifier)).toBe(GREEN);
      expect(verifier.lists()?.issuers.get(ISSUER)?.lists.size).toBe(1);
    }
  });
});
