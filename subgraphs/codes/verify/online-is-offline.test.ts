import { describe, expect, it } from 'vitest';
import { ALL, randomOf, SEED } from '../../../test/sample.ts';
import { aWorld, type Situation, type World } from '../domain/lists/situation-fakes.ts';
import { verdictMaker } from '../domain/recognition/verdict-maker.ts';
import type { Verdict } from '../domain/recognition/verdict.ts';
import { nodeVerify, nodeVerifyHolder } from '../persistence/node-crypto.ts';
import { TOKEN_PREFIX } from '../domain/token/issue-token.ts';
import { createVerifier } from './index.ts';

const CODES = 20;
const WORLDS_MOST = 500;
const WORLDS = ALL ? WORLDS_MOST : 25;

/** What must agree: outcome, color, reasons, and everything else that is shown of a verdict. */
function shown(verdict: Verdict) {
  return { ...verdict, basis: null, validUntil: null };
}

async function online({ online: known }: World, { text, presentedIn, now }: Situation) {
  const verdictsOn = verdictMaker({
    ...{ verify: nodeVerify(), verifyHolder: nodeVerifyHolder(), now: () => now, mode: 'ONLINE' },
    statuses: { statusesOf: (tokens) => Promise.resolve(tokens.map(known.statusOf)) },
    shared: known.shared,
    onFault: (error) => {
      throw error;
    },
  });
  const [verdict] = await verdictsOn([{ text, presentedIn }], known);
  return verdict!;
}

/** Offline a bare dynamic code is not enough, its holder must present it: the one difference. */
function asIfOnline(text: string, verdict: Verdict): Verdict {
  const [first, ...reasons] = verdict.reasons;
  if (!text.startsWith(TOKEN_PREFIX) || first?.ruleId !== 'PRESENTATION') return verdict;
  const pass = verdict.color === 'GREEN' && !verdict.specimen;
  return { ...verdict, outcome: 'RECOGNIZED', reasons, pass };
}

/** Whether a color is of the receiver's rules: the agreement stands, and no color was mapped. */
function isByOwnRules({ color, issuer, presentedIn, reasons }: Verdict): boolean {
  const mapped = reasons.some(({ ruleId }) => ruleId === 'COLOR_MAP');
  return color !== null && issuer !== presentedIn && !mapped;
}

describe('online and offline', () => {
  it(`give the same verdict in ${WORLDS * CODES} situations or more`, async () => {
    const chance = randomOf(SEED);
    const outcomes = new Map<string, number>();
    const judged = new Set<string>();
    /** Each outcome came up, most refusals, and conditions or own rules in more than one way. */
    const isWorthComparing = () =>
      ['RECOGNIZED', 'NOT_RECOGNIZED', 'CROSS_CHECK', 'STALE'].every((outcome) =>
        [...outcomes.keys()].some((key) => key.startsWith(`${outcome} `)),
      ) &&
      outcomes.size > 10 &&
      judged.size >= (ALL ? 6 : 2);
    for (let n = 0; n < WORLDS || (n < WORLDS_MOST && !isWorthComparing()); n += 1) {
      const world = await aWorld(chance, CODES);
      let at = world.situations[0]!.now;
      const faults: unknown[] = [];
      const verifier = createVerifier({
        ...{ roots: world.roots, threshold: 2, environment: 'production', now: () => at },
        onFault: (error) => faults.push(error),
      });
      await verifier.load(world.bundle);
      for (const situation of world.situations) {
        at = situation.now;
        const there = await online(world, situation);
        const here = await verifier.recognize(situation.text, situation.presentedIn);
        expect(shown(asIfOnline(situation.text, here)), situation.text).toEqual(shown(there));
        const key = `${there.outcome} ${there.tokenStatus}`;
        outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
        for (const { ruleId, outcome } of there.reasons) {
          if (ruleId === 'TEST') judged.add(outcome);
        }
        if (isByOwnRules(there)) judged.add(String(there.color));
      }
      expect(faults).toEqual([]);
    }
    expect(isWorthComparing(), [...outcomes.keys(), ...judged].join()).toBe(true);
  });
});
