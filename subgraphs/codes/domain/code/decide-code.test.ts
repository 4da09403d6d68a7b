import { describe, expect, it } from 'vitest';
import { policy } from '../color/color-fakes.ts';
import type { Evidence } from '../color/events-to-facts.ts';
import { decideCode } from './decide-code.ts';
import type { HealthCode } from './health-code.ts';

const FRESH: HealthCode = {
  ...{ region: '330100', id: 'code', residentId: 'resident', state: 'UNDER_REVIEW', color: null },
  ...{ maskedName: '周*甲', birthMonthDay: '0101', heldByProxy: false },
  ...{ policyVersion: null, decidedAt: null, lookAgainAt: null },
};
const at = (text: string) => new Date(text);
const NOW = at('2022-07-05T04:00:00Z');

const DECLARATION: Evidence = {
  ...{ id: 'declaration', source: 'SELF', kind: 'DECLARATION', occurredAt: NOW },
  body: { declaredAt: NOW, symptoms: [], temperature: null },
};
const ORDER: Evidence = {
  ...{ id: 'order', source: 'OFFICIAL', kind: 'ISOLATION_ORDER', occurredAt: NOW },
  body: {
    ...{ orderId: 'order', from: at('2022-07-01T04:00:00Z'), until: at('2022-07-09T04:00:00Z') },
    place: 'HOME',
  },
};

function decided(code: HealthCode, evidence: readonly Evidence[]) {
  const { decision } = decideCode(code, evidence, policy, NOW, () => 'decision');
  return decision && { state: decision.toState, color: decision.toColor };
}

describe('the first decision of a code', () => {
  it.each([
    ['nothing yet', FRESH, [], null],
    ['an order, and no declaration yet', FRESH, [ORDER], null],
    ['a declaration', FRESH, [DECLARATION], { state: 'ACTIVE', color: 'GREEN' }],
    [
      'a declaration and lapsed check-ins at once',
      FRESH,
      [DECLARATION, ORDER],
      { state: 'SUSPENDED', color: null },
    ],
    ['a declaration before the registration', { ...FRESH, maskedName: null }, [DECLARATION], null],
  ])('after %s', (_title, code, evidence, expected) => {
    expect(decided(code, evidence)).toEqual(expected);
  });
});
