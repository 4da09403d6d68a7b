import { describe, expect, it } from 'vitest';
import { ALL, randomOf, SEED } from '../../../test/sample.ts';
import {
  AGREEMENT,
  aText,
  aVerifier,
  evidenceOf,
  KEYS,
  listOf,
  NOTHING,
  RECEIVER,
  signer,
  statementOf,
  termsOf,
  trustOf,
} from '../domain/lists/list-fakes.ts';
import { aWorld, type Chance } from '../domain/lists/situation-fakes.ts';
import { signAgreement } from '../domain/recognition/signed-agreement.ts';
import { hexOf } from '../domain/token/bytes.ts';
import { sha256 } from '../persistence/node-crypto.ts';
import { after, aKey, aSigner, ISSUER } from '../persistence/signing-fakes.ts';
import { createVerifier, heldDigests, type ListBundle, type Verifier } from './index.ts';

const WORLDS = ALL ? 200 : 16;
const CODES = 15;
const HISTORIES = ALL ? 1_000 : 60;

interface OneList {
  readonly kind: keyof ListBundle;
  readonly bytes: Uint8Array;
}

function listsIn({ trustList, ...others }: ListBundle): OneList[] {
  const kinds = ['terms', 'agreements', 'statements', 'statusLists', 'evidence'] as const;
  return [
    ...(trustList ? [{ kind: 'trustList' as const, bytes: trustList }] : []),
    ...kinds.flatMap((kind) => (others[kind] ?? []).map((bytes) => ({ kind, bytes }))),
  ];
}

function bundleOf(lists: readonly OneList[]): ListBundle {
  const of = (kind: keyof ListBundle) =>
    lists.filter((one) => one.kind === kind).map(({ bytes }) => bytes);
  return {
    ...{ trustList: of('trustList').at(-1) ?? null, terms: of('terms') },
    ...{ agreements: of('agreements'), statements: of('statements') },
    ...{ statusLists: of('statusLists'), evidence: of('evidence') },
  };
}

function shuffled<T>(all: readonly T[], chance: Chance): T[] {
  return all
    .map((one) => [chance(2 ** 31), one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one);
}

/** One way of fetching lists. */
interface Fetching {
  /** Those that it would be given. */
  readonly missing: (lists: readonly OneList[]) => readonly OneList[];
  readonly load: (some: readonly OneList[]) => Promise<void>;
}

/** Whoever gives each list until it is refused no longer. */
function untilTaken(verifier: Verifier): Fetching {
  const taken = new Set<OneList>();
  return {
    missing: (lists) => lists.filter((one) => !taken.has(one)),
    async load(some) {
      const refused = await verifier.load(bundleOf(some));
      if (!verifier.lists()) return;
      const not = refused.map(({ list, at }) => some.filter(({ kind }) => kind === list)[at]);
      for (const one of some) if (!not.includes(one)) taken.add(one);
    },
  };
}

/** Whoever gives what is not held, as a device does. */
function untilHeld(verifier: Verifier): Fetching {
  return {
    missing(lists) {
      const held = verifier.lists();
      const digests = held ? heldDigests(held) : new Set();
      return lists.filter(({ bytes }) => !digests.has(hexOf(sha256(bytes))));
    },
    async load(some) {
      await verifier.load(bundleOf(some));
    },
  };
}

/** Loads lists in random order and portions; all that is missing comes again at the end. */
async function loadInPortions(
  { load, missing }: Fetching,
  lists: readonly OneList[],
  chance: Chance,
) {
  for (let portions = chance(12); portions > 0; portions -= 1) {
    await load(shuffled(missing(lists), chance).slice(0, 1 + chance(6)));
  }
  for (let again = 0; again < 3; again += 1) await load(missing(lists));
}

describe('the same lists in whichever order and portions', () => {
  it(`give the same verdicts, in ${WORLDS} worlds`, async () => {
    const chance = randomOf(SEED);
    for (let n = 0; n < WORLDS; n += 1) {
      const { roots, bundle, situations } = await aWorld(chance, CODES);
      const now = () => situations[0]!.now;
      const rules = { roots, threshold: 2, environment: 'production' as const, now };
      const [atOnce, stepped] = [createVerifier(rules), createVerifier(rules)];
      await atOnce.load(bundle);
      await loadInPortions(untilTaken(stepped), listsIn(bundle), chance);
      for (const { text, presentedIn } of situations) {
        // Each once: a presentation that is seen again is noticed.
        const expected = await atOnce.recognize(text, presentedIn);
        expect(await stepped.recognize(text, presentedIn), text).toEqual(expected);
      }
    }
  });

  const [secondPolicy, secondIssuer] = [aSigner(), aSigner()];
  const every = [
    ...KEYS,
    aKey(secondPolicy, { use: 'policy', region: RECEIVER }),
    aKey(secondIssuer, { use: 'policy' }),
  ];

  /** A pair's lists as they came to be over an hour: of each kind and region the newest is the last. */
  async function aHistory(chance: Chance): Promise<OneList[]> {
    const pick = <T>(...of: readonly [T, ...T[]]): T => of[chance(of.length)] ?? of[0];
    const isSome = () => chance(2) === 0;
    const sides = () => [
      ...pick([signer.policy], [secondPolicy], [signer.policy, secondPolicy]),
      ...pick([signer.issuerPolicy], [secondIssuer], [signer.issuerPolicy, secondIssuer]),
    ];
    const kinds: Record<Exclude<keyof ListBundle, 'trustList'>, Uint8Array[]> = {
      ...{ terms: [], agreements: [], statements: [], statusLists: [], evidence: [] },
    };
    const withdrawn = new Set<string>();
    const trustLists: Uint8Array[] = [];
    const policyKids = every.filter(({ use }) => use === 'policy').map(({ kid }) => kid);
    for (let version = 1; version <= 1 + chance(3); version += 1) {
      if (isSome()) withdrawn.add(pick(...[policyKids[0]!, ...policyKids]));
      const keys = every.map((key) =>
        withdrawn.has(key.kid) ? { ...key, state: 'TERMINATED' as const } : key,
      );
      trustLists.push(await trustOf(keys, { version }));
    }
    for (let version = 1; version <= 3; version += 1) {
      const terms = {
        ...{ ...AGREEMENT, version, validFrom: after(pick(-3_600, -60, 7_200)) },
        colorMap: pick<typeof AGREEMENT.colorMap>({}, { GREEN: 'YELLOW' }, AGREEMENT.colorMap),
      };
      for (let copies = chance(3); copies > 0; copies -= 1) {
        kinds.agreements.push(await signAgreement(terms, sides()));
      }
    }
    for (let minute = 0; minute < 4; minute += 1) {
      const issuedAt = after(minute * 60);
      const named = [1, 2, 3].filter(isSome).map((version) => ({
        ...{ issuer: ISSUER, version, withdrawnAt: pick(null, null, null, after(-1)) },
      }));
      const by = pick(signer.policy, secondPolicy);
      kinds.terms.push(await termsOf({ issuedAt, agreements: named }, by));
      const list = await listOf(pick('GREEN', 'YELLOW', 'RED'), { issuedAt });
      kinds.statusLists.push(list);
      const kids = policyKids.filter(() => chance(5) === 0);
      kinds.statements.push(await statementOf(list, { issuedAt, kids }));
      const own = { issuer: RECEIVER, issuedAt, kids };
      kinds.statements.push(await statementOf(null, own, signer.receiverStatus));
      kinds.evidence.push(await evidenceOf({ issuedAt }));
    }
    const last = listsIn({ ...NOTHING, ...kinds });
    return [...trustLists.map((bytes) => ({ kind: 'trustList' as const, bytes })), ...last];
  }

  it(`give the same verdicts, in ${HISTORIES} histories`, async () => {
    const chance = randomOf(SEED);
    const text = await aText();
    const verdicts = new Set<string>();
    for (let n = 0; n < HISTORIES; n += 1) {
      const history = await aHistory(chance);
      let now = after(300);
      const [atOnce, stepped] = [aVerifier(() => now), aVerifier(() => now)];
      await atOnce.load(bundleOf(history));
      // At first a clock may be slow.
      now = after(chance(2) === 0 ? 300 : -200);
      await untilHeld(stepped).load(shuffled(history, chance).slice(chance(history.length)));
      now = after(300);
      await loadInPortions(untilHeld(stepped), history, chance);
      const expected = await atOnce.recognize(text, RECEIVER);
      expect(await stepped.recognize(text, RECEIVER), `history ${n}`).toEqual(expected);
      verdicts.add(`${expected.outcome} ${expected.color ?? expected.tokenStatus}`);
    }
    // Rarely as few as three kinds are drawn; one alone would be the same whatever was loaded.
    expect(verdicts.size).toBeGreaterThan(1);
  });
});
