import { expect, it } from 'vitest';
import type { DecisionDetail } from '../domain/code/health-code.ts';
import { detailOf } from './decision-detail.ts';

const at = new Date('2022-11-20T06:05:00Z');
const until = new Date('2022-11-27T16:00:00Z');

const DETAIL: DecisionDetail = {
  reasons: [
    {
      ...{ ruleId: 'DETECTED-7D', ruleVersion: 1, reasonClass: 'TEST', color: 'RED', until },
      evidence: [{ id: '1', kind: 'TEST_RESULT', source: 'ACCREDITED', at }],
    },
    {
      ...{ ruleId: 'ISOLATION-HOME', ruleVersion: 1, reasonClass: 'CASE', color: 'YELLOW' },
      ...{ until: null, evidence: [] },
    },
  ],
  nextSteps: [
    { kind: 'WAIT', ruleId: 'A', until },
    { kind: 'NOT_DETECTED_RESULTS', ruleId: 'DETECTED-7D', remaining: 2, notBefore: at },
    { kind: 'CHECK_IN', ruleId: 'B', remaining: 3 },
  ],
  missing: [],
};

it('comes back from JSON as it was saved, its instants as dates', () => {
  expect(detailOf(JSON.parse(JSON.stringify(DETAIL)) as DecisionDetail)).toEqual(DETAIL);
});
