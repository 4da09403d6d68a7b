import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { randomOf, SEED } from '../../../../test/sample.ts';
import { hmacTag, nodeVerify, nodeVerifyHolder } from '../../persistence/node-crypto.ts';
import { aWorld, type World } from '../lists/situation-fakes.ts';
import type { TokenClaims } from '../token/claims.ts';
import { replayWatch } from './replay.ts';
import { verdictMaker, type VerdictPorts } from './verdict-maker.ts';

const CODES = 100;
const WORLDS_MOST = 100;

/** The engine in a world, and the faults that it told. */
function engine({ online, situations }: World, changed: Partial<VerdictPorts> = {}) {
  const faults: unknown[] = [];
  const now = () => situations[0]!.now;
  const verdictsOn = verdictMaker({
    ...{ verify: nodeVerify(), verifyHolder: nodeVerifyHolder(), now, mode: 'ONLINE' },
    statuses: { statusesOf: (tokens) => Promise.resolve(tokens.map(online.statusOf)) },
    shared: online.shared,
    onFault: (error) => faults.push(error),
    ...changed,
  });
  const on = (shown: World['situations'], caller = 'somebody') =>
    verdictsOn(
      shown.map((one) => ({ ...one, caller })),
      online,
    );
  return { on, faults };
}

/** A world in which enough codes are recognized, a live presentation among them, and not all are. */
async function worthJudging() {
  const chance = randomOf(SEED);
  for (let n = 0; n < WORLDS_MOST; n += 1) {
    const world = await aWorld(chance, CODES);
    const { on } = engine(world);
    const alone = await Promise.all(world.situations.map((one) => on([one])));
    const verdicts = alone.map(([verdict]) => verdict!);
    const recognized = verdicts.flatMap(({ outcome }, at) =>
      outcome === 'RECOGNIZED' ? [at] : [],
    );
    const live = recognized.filter((at) => world.situations[at]!.text.startsWith('HCP1:'));
    const outcomes = new Set(verdicts.map(({ outcome }) => outcome));
    if (recognized.length > 4 && live.length > 1 && outcomes.size > 2) {
      return { world, expected: verdicts, recognized, live };
    }
  }
  throw new Error('No world is worth judging.');
}

const { world, expected, recognized, live } = await worthJudging();
const all = world.situations;
const unavailable = { outcome: 'CROSS_CHECK', reasons: [{ ruleId: 'UNAVAILABLE' }] };

describe('verdicts on many', () => {
  it('are those on each, in order', async () => {
    const { on, faults } = engine(world);
    expect(await on(all)).toEqual(expected);
    expect(faults).toEqual([]);
  });

  it('are none where nothing is shown', async () => {
    expect(await engine(world).on([])).toEqual([]);
  });

  it('leave out none but the one whose signature cannot be checked', async () => {
    const good = nodeVerify();
    const broken = recognized[1]!;
    let refused: Uint8Array | undefined;
    // The signature is told by its bytes: it is checked together, and then alone.
    const verdictsBefore = engine(world, {
      verify: (key, data, signature) => {
        refused ??= signature;
        return good(key, data, signature);
      },
    });
    await verdictsBefore.on([all[broken]!]);
    const { on, faults } = engine(world, {
      verify: (key, data, signature) => {
        if (Buffer.compare(signature, refused!) === 0) throw new Error('A check failed.');
        return good(key, data, signature);
      },
    });
    const verdicts = await on(all);
    expect(verdicts[broken]).toMatchObject(unavailable);
    expect(verdicts.toSpliced(broken, 1)).toEqual(expected.toSpliced(broken, 1));
    expect(faults).toHaveLength(1);
  });

  it.each([
    ['does not answer', () => Promise.reject(new Error('It is down.'))],
    [
      'has a fault for each',
      (tokens: readonly TokenClaims[]) => {
        const fault = new Error('It is down.');
        return Promise.resolve(tokens.map(() => fault));
      },
    ],
    ['says too little', () => Promise.resolve([])],
  ])(
    'are CROSS_CHECK where the status source %s, and nothing else is',
    async (_title, statusesOf) => {
      const { on, faults } = engine(world, { statuses: { statusesOf } });
      const verdicts = await on(all);
      for (const at of recognized) {
        expect(verdicts[at]).toMatchObject({
          ...unavailable,
          tokenStatus: 'VERIFIED',
          color: null,
        });
      }
      const unasked = expected.filter(({ tokenStatus }) => tokenStatus === 'INVALID_SIGNATURE');
      expect(verdicts).toEqual(expect.arrayContaining(unasked));
      expect(faults.length).toBeGreaterThan(0);
    },
  );

  it('tell a source that does not answer once, not once a code', async () => {
    const statusesOf = () => Promise.reject(new Error('It is down.'));
    const { on, faults } = engine(world, { statuses: { statusesOf } });
    await on(all);
    expect(faults).toHaveLength(1);
  });

  it('spoil none but the one whose status has a fault', async () => {
    const { online } = world;
    const [first] = recognized;
    let asked = -1;
    const { on, faults } = engine(world, {
      statuses: {
        statusesOf: (tokens) =>
          Promise.resolve(
            tokens.map((token) => {
              const row = online.statusOf(token);
              asked += 1;
              return asked === 0 ? new Error('It is not known.') : row;
            }),
          ),
      },
    });
    const verdicts = await on(all.slice(first));
    const changed = verdicts.filter((one, at) => {
      return JSON.stringify(one) !== JSON.stringify(expected[at + first!]);
    });
    expect(changed).toMatchObject([unavailable]);
    expect(faults).toHaveLength(1);
  });

  it('notice that a presentation is shown to two, and twice in one call by one only later', async () => {
    const replayed = replayWatch({ randomBytes: (length) => randomBytes(length), tag: hmacTag });
    const { on } = engine(world, { replayed });
    const presented = live.map((at) => all[at]!);
    const twice = await on([...presented, ...presented]);
    expect(new Set(twice.map(({ tokenStatus }) => tokenStatus))).toEqual(new Set(['VERIFIED']));
    const others = await on(presented, 'somebody else');
    expect(new Set(others.map(({ tokenStatus }) => tokenStatus))).toEqual(new Set(['REPLAYED']));
  });

  it('give no verdict on a presentation that cannot be looked for', async () => {
    const { on, faults } = engine(world, { replayed: () => Promise.reject(new Error('No tag.')) });
    const verdicts = await on(all);
    const missed = verdicts.filter(({ reasons }) => reasons[0]?.ruleId === 'UNAVAILABLE');
    expect(missed.length).toBeGreaterThan(0);
    expect(faults).toHaveLength(missed.length);
    expect(verdicts.filter((one) => !missed.includes(one))).toEqual(
      expected.filter((_, at) => !missed.includes(verdicts[at]!)),
    );
  });
});
