import { describe, expect, it } from 'vitest';
import type { AgreementCondition } from './agreement.ts';
import { conditionStanding, type ConditionFacts } from './condition.ts';

const within48: AgreementCondition = {
  ...{ id: 'N48', kind: 'NOT_DETECTED_WITHIN', hours: 48, colors: ['YELLOW'] },
};
const now = new Date('2022-11-24T02:42:00Z');
const at = (text: string): ConditionFacts => ({ notDetectedAt: new Date(text) });

describe('a test not detected within 48 hours', () => {
  it.each<[string, ConditionFacts, string]>([
    ['nobody knows', {}, 'OPEN'],
    ['there is none', { notDetectedAt: null }, 'FAIL'],
    ['sampled now', { notDetectedAt: now }, 'PASS'],
    ['sampled in the future', at('2022-11-24T02:42:00.001Z'), 'OPEN'],
    ['last instant of 48 hours', at('2022-11-22T02:42:00.001Z'), 'PASS'],
    ['48 hours gone', at('2022-11-22T02:42:00.000Z'), 'FAIL'],
  ])('%s -> %s', (_title, facts, standing) => {
    expect(conditionStanding(within48, facts, now)).toBe(standing);
  });
});
