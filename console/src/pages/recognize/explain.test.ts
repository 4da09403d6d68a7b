import { describe, expect, it } from 'vitest';
import {
  groundOf,
  stepOf,
  worstFirst,
  type Ground,
  type Grounded,
  type Reason,
} from './explain.ts';

function reason(ruleId: string, outcome: Reason['outcome']): Reason {
  return { ruleId, outcome, version: 1, text: ruleId };
}

describe('reasons', () => {
  it('stand worst first, those of a kind as they came', () => {
    const given = [
      ...[reason('A', 'PASS'), reason('B', 'OPEN'), reason('C', 'FAIL')],
      ...[reason('D', 'PASS'), reason('E', 'FAIL'), reason('F', 'OPEN')],
    ];
    expect(worstFirst(given).map(({ ruleId }) => ruleId)).toEqual(['C', 'E', 'B', 'F', 'A', 'D']);
    expect(given[0]?.ruleId).toBe('A');
  });
});

const RECOGNIZED: Grounded = {
  ...{ outcome: 'RECOGNIZED', tokenStatus: 'VERIFIED', color: 'GREEN', specimen: false },
  reasons: [reason('AGREEMENT', 'PASS'), reason('COLOR_MAP', 'PASS')],
};
const CROSS: Grounded = { ...RECOGNIZED, outcome: 'CROSS_CHECK' };
const NOT: Grounded = { ...RECOGNIZED, outcome: 'NOT_RECOGNIZED' };

describe('the ground of a verdict', () => {
  it.each<[Ground, Grounded, boolean?]>([
    ['GREEN', RECOGNIZED],
    ['YELLOW', { ...RECOGNIZED, color: 'YELLOW' }],
    ['ENDED', RECOGNIZED, true],
    ['COLOR_MAP', { ...RECOGNIZED, color: null }],
    ['AGREEMENT', { ...NOT, color: null, reasons: [reason('AGREEMENT', 'FAIL')] }],
    ['CONDITION_FAIL', { ...NOT, reasons: [reason('N48', 'FAIL'), reason('COLOR_MAP', 'OPEN')] }],
    ['CONDITION_OPEN', { ...CROSS, reasons: [reason('AGREEMENT', 'PASS'), reason('N48', 'OPEN')] }],
    ['COLOR_MAP', { ...CROSS, reasons: [reason('COLOR_MAP', 'OPEN')] }],
    ['CONVERT', { ...CROSS, reasons: [reason('CONVERT', 'OPEN')] }],
    ['SHARED_DATA_MISSING', { ...CROSS, reasons: [reason('SHARED_DATA_MISSING', 'OPEN')] }],
    ['FRESHNESS', { ...RECOGNIZED, outcome: 'STALE', reasons: [reason('FRESHNESS', 'OPEN')] }],
    ['SUSPENDED', { ...CROSS, tokenStatus: 'SUSPENDED', reasons: [reason('STATUS', 'OPEN')] }],
    ['EXPIRED', { ...NOT, tokenStatus: 'EXPIRED' }, true],
    ['SPECIMEN', { ...NOT, tokenStatus: 'SPECIMEN', specimen: true }],
    ['NOT_SUPPORTED', { ...NOT, tokenStatus: 'NOT_SUPPORTED', reasons: [reason('TOKEN', 'FAIL')] }],
    // A fault of ours comes with a token status that says nothing.
    [
      'UNAVAILABLE',
      { ...CROSS, tokenStatus: 'NOT_SUPPORTED', reasons: [reason('UNAVAILABLE', 'OPEN')] },
    ],
  ])('%s', (ground, verdict, ended = false) => {
    expect(groundOf(verdict, ended)).toBe(ground);
  });

  it('leads to a next step, except from green', () => {
    expect(stepOf('GREEN')).toBeNull();
    expect(stepOf('AGREEMENT')).toBe('OTHER_PROOF');
    expect(stepOf('UNAVAILABLE')).toBe('ONLINE');
  });
});
