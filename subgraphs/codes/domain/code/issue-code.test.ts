import { describe, expect, it } from 'vitest';
import { fakeTrail } from '../../../kit/audit/fake-trail.ts';
import { systemIdentity } from '../../../kit/identity.ts';
import type { CodeStore } from './code-store.ts';
import type { HealthCode } from './health-code.ts';
import { PARTS_MAX, PLACES } from '../status/place.ts';
import { issueUseCases, type IssuePorts } from './issue-code.ts';
import type { IssuedToken } from './issued-token.ts';

const NOW = new Date('2022-11-24T02:42:00.000Z');
const residentId = `330000-${'A'.repeat(26)}`;
const holderKey = Buffer.alloc(32, 255).toString('base64url');
const desk = { ...systemIdentity('desk', '330000'), scopes: ['code:issue'] };
const code: HealthCode = {
  ...{ region: '330000', id: `330000-${'C'.repeat(26)}`, residentId, state: 'ACTIVE' },
  ...{ color: 'GREEN', maskedName: '张*', birthMonthDay: '0412', heldByProxy: false },
  ...{ policyVersion: 1, decidedAt: NOW, lookAgainAt: null },
};

/** Issuing over memory; a text says by which key it can be presented. */
function issuing() {
  const kept: IssuedToken[] = [];
  const store: CodeStore = {
    find: () => Promise.resolve(code),
    ofResident: () => Promise.resolve(code),
    addToken: (token) => Promise.resolve(kept.push(token) > 0 ? 'STORED' : 'TRY_AGAIN'),
    dynamicToken: () => Promise.resolve(kept.find(({ kind }) => kind === 'DYNAMIC') ?? null),
    token: (region, cti) =>
      Promise.resolve(
        kept.find((one) => one.region === region && Buffer.compare(one.cti, cti) === 0) ?? null,
      ),
    withdrawTokens: () => Promise.resolve(kept.splice(0).length),
  };
  const given: IssuePorts = {
    ...{ store, audit: fakeTrail(), now: () => NOW, randomBelow: () => 7 },
    randomBytes: (length) => Uint8Array.from({ length }, (_, at) => 255 - at - kept.length),
    signToken: (token, holder) =>
      Promise.resolve(`${Buffer.from(token.cti).toString('hex')} ${holder.holderKey ?? 'none'}`),
  };
  return { given, ...issueUseCases(given) };
}

describe('a place in the status list', () => {
  /** From how many places each draw was made, until one of them was free. */
  async function drawn(free: number): Promise<number[]> {
    const draws: number[] = [];
    const ports = issuing();
    const { issue } = issueUseCases({
      ...ports.given,
      store: {
        ...ports.given.store,
        addToken: () => Promise.resolve(draws.length > free ? 'STORED' : 'TRY_AGAIN'),
      },
      randomBelow: (below) => draws.push(below),
    });
    await issue({ residentId, kind: 'PAPER' }, desk);
    return draws;
  }

  it('is drawn from twice as many after each that is taken, and from no more than a day has', async () => {
    const parts = (await drawn(20)).map((below) => below / PLACES);
    expect(parts.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
    expect(new Set(parts.slice(8))).toEqual(new Set([PARTS_MAX]));
  });

  it('is found where three of four are taken, twenty draws long', async () => {
    expect(await drawn(27)).toHaveLength(28);
  });
});

describe('a holder key', () => {
  it('goes into the text, each time its own, of the one token of the day', async () => {
    const { issue } = issuing();
    const other = Buffer.alloc(32, 1).toString('base64url');
    const texts = [];
    for (const key of [holderKey, other, undefined]) {
      texts.push((await issue({ residentId, kind: 'DYNAMIC', holderKey: key }, desk)).text);
    }
    const cti = 'fffefdfcfbfaf9f8';
    expect(texts).toEqual([`${cti} ${holderKey}`, `${cti} ${other}`, `${cti} none`]);
  });

  it('is in the text that is given again for the same attempt', async () => {
    const { issue, again } = issuing();
    for (const request of [
      { residentId, kind: 'DYNAMIC', holderKey },
      { residentId, kind: 'DYNAMIC' },
      { residentId, kind: 'PAPER' },
    ] as const) {
      const { text, resultId } = await issue(request, desk);
      expect(resultId.length).toBeLessThanOrEqual(64); // what an attempt keeps
      expect((await again(resultId))?.text).toBe(text);
    }
    expect(await again('330000/unknown')).toBeNull();
  });

  it.each([
    ['of paper', 'PAPER', holderKey],
    ['of 31 bytes', 'DYNAMIC', Buffer.alloc(31).toString('base64url')],
    ['of 33 bytes', 'DYNAMIC', Buffer.alloc(33).toString('base64url')],
    ['that is empty', 'DYNAMIC', ''],
    ['with padding', 'DYNAMIC', `${holderKey}=`],
    ['in plain base64', 'DYNAMIC', Buffer.alloc(32, 255).toString('base64').slice(0, 43)],
    ['with stray bits at its end', 'DYNAMIC', `${holderKey.slice(0, -1)}9`],
  ] as const)('%s is refused', async (_title, kind, key) => {
    await expect(issuing().issue({ residentId, kind, holderKey: key }, desk)).rejects.toMatchObject(
      {
        ...{ code: 'BAD_USER_INPUT', fields: ['input.holderKey'] },
      },
    );
  });
});
