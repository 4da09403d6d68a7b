import { describe, expect, it } from 'vitest';
import { policy } from '../color/color-fakes.ts';
import type { Evidence } from '../color/events-to-facts.ts';
import type { HealthCode } from './health-code.ts';
import { standingOf } from './standing.ts';

const NOW = new Date('2022-07-04T00:00:00Z');

function report(kind: 'DECLARATION' | 'CHECK_IN', at: string, symptoms: string[] = []): Evidence {
  const occurredAt = new Date(at);
  const said = { symptoms, temperature: 36.5 };
  const common = { id: `${kind}-${at}`, source: 'SELF' as const, occurredAt };
  return kind === 'DECLARATION'
    ? { ...common, kind, body: { ...said, declaredAt: occurredAt } }
    : { ...common, kind, body: { ...said, at: occurredAt } };
}
const COUGH = report('DECLARATION', '2022-07-01T00:00:00Z', ['COUGH']);
const ORDER: Evidence = {
  ...{ id: 'order', source: 'OFFICIAL', occurredAt: NOW, kind: 'ISOLATION_ORDER' },
  body: {
    ...{ orderId: 'order', from: new Date('2022-07-03T12:00:00Z'), place: 'HOME' },
    until: new Date('2022-07-10T00:00:00Z'),
  },
};

const YELLOW: HealthCode = {
  ...{ region: policy.region, id: 'code', residentId: 'resident', state: 'ACTIVE' },
  ...{ color: 'YELLOW', maskedName: '样*', birthMonthDay: '0317', heldByProxy: false },
  ...{ policyVersion: 1, decidedAt: new Date('2022-07-01T00:00:01Z'), lookAgainAt: null },
};

const MADE = report('CHECK_IN', '2022-07-03T00:00:00Z');

function standing(code: HealthCode, ...evidence: Evidence[]) {
  return standingOf({
    evidenceOf: () => Promise.resolve(evidence),
    policyInForce: (region) => (region === policy.region ? policy : null),
    now: () => NOW,
  })(code);
}

describe('how a code stands', () => {
  it('counts the check-ins made since the decision', async () => {
    const made = report('CHECK_IN', '2022-07-02T00:00:00Z');
    expect((await standing(YELLOW, COUGH, MADE))?.nextSteps).toMatchObject([{ remaining: 2 }]);
    expect((await standing(YELLOW, COUGH, made, MADE))?.nextSteps).toMatchObject([
      { remaining: 1 },
    ]);
  });

  it('names a reason that came without a change of color', async () => {
    const reasons = (await standing(YELLOW, COUGH, MADE, ORDER))?.reasons ?? [];
    expect(reasons.map(({ ruleId }) => ruleId)).toEqual(['ISOLATION-HOME', 'SYMPTOM-7D']);
  });

  it('names what is missing of a suspended code', async () => {
    const suspended = { ...YELLOW, state: 'SUSPENDED' as const, color: null };
    expect(await standing(suspended)).toMatchObject({ missing: ['declarations'], nextSteps: [] });
  });

  it.each([
    ['a color that is not decided yet', { color: 'GREEN' as const }],
    ['a state that is not decided yet', { state: 'SUSPENDED' as const, color: null }],
    ['no decision yet', { decidedAt: null }],
    ['no policy', { region: '510000' }],
  ])('is not told with %s', async (_what, change) => {
    expect(await standing({ ...YELLOW, ...change }, COUGH, MADE)).toBeNull();
  });
});
