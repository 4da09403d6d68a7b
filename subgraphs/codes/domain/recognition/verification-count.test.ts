import { describe, expect, it } from 'vitest';
import { verificationCounter, type Counted } from './verification-count.ts';

const AT = new Date('2022-11-24T02:59:59.999Z');
const HOUR = new Date('2022-11-24T02:00:00.000Z');
const verdict: Counted = { presentedIn: '510000', issuer: '330000', outcome: 'RECOGNIZED' };

describe('verdicts counted', () => {
  it('are numbers by region pair, outcome and hour, and nothing else', () => {
    const counter = verificationCounter();
    const whole = { ...verdict, text: 'HCN1:X', holder: { maskedName: '张*' }, receipt: 'HCR1:X' };
    for (const at of [AT, HOUR]) counter.count(whole, at);
    counter.count({ ...verdict, issuer: null, outcome: 'NOT_RECOGNIZED' }, AT);
    counter.count(verdict, new Date(AT.getTime() + 1));
    const kind = { region: '510000', issuer: '330000', outcome: 'RECOGNIZED' };
    expect(counter.take()).toEqual([
      { ...kind, hour: HOUR, count: 2 },
      { ...kind, issuer: null, outcome: 'NOT_RECOGNIZED', hour: HOUR, count: 1 },
      { ...kind, hour: new Date('2022-11-24T03:00:00.000Z'), count: 1 },
    ]);
  });

  it('are taken once, and added to what came since when they are put back', () => {
    const counter = verificationCounter();
    counter.count(verdict, AT);
    const taken = counter.take();
    expect(counter.take()).toEqual([]);
    counter.count(verdict, AT);
    counter.putBack(taken);
    expect(counter.take().map(({ count }) => count)).toEqual([2]);
  });
});
