import { describe, expect, it } from 'vitest';
import { NATIONAL_EDITIONS, nationalPolicy } from '../policy/national/editions.ts';
import { policy as base, someFacts, type Given } from './color-fakes.ts';
import { decideColor } from './decide-color.ts';
import { nextStepTexts } from './next-step-texts.ts';

const ninth = nationalPolicy(NATIONAL_EDITIONS[1], '330000', 1, new Date('2022-06-28T00:00:00Z'));

function steps(given: Given, now: string, policy = base) {
  const decision = decideColor(someFacts(given), policy, new Date(now));
  return decision.state === 'ACTIVE' ? decision.nextSteps.map(nextStepTexts) : [];
}
const english = (...args: Parameters<typeof steps>) => steps(...args).map(({ EN }) => EN);

const FEVER = { declared: [['2022-11-21T04:00:00Z', 'FEVER']] } as const;
const NOTICED = { contacts: [['2022-07-01T04:00:00Z']] } as const;

describe('next steps in words', () => {
  it('count check-ins and say when the code is green', () => {
    expect(english(FEVER, '2022-11-22T04:00:00Z')).toEqual([
      'Three more normal check-ins, then green on 24 November',
    ]);
    expect(steps(FEVER, '2022-11-22T04:00:00Z')).toMatchObject([
      {
        ZH_HANS: '还差 3 次正常打卡，每天一次，11 月 24 日转绿码',
        ZH_HANT: '還差 3 次正常打卡，每天一次，11 月 24 日轉綠碼',
      },
    ]);
  });

  it('count from tomorrow when today has its check-in', () => {
    const checkedIn = { ...FEVER, checkIns: [['2022-11-22T01:00:00Z']] } as const;
    expect(english(checkedIn, '2022-11-22T04:00:00Z')).toEqual([
      'Two more normal check-ins, then green on 24 November',
    ]);
    expect(english(checkedIn, '2022-11-22T16:00:00Z')).toEqual([
      'Two more normal check-ins, then green on 24 November',
    ]);
  });

  it('say one check-in in the singular, today', () => {
    const two = {
      ...FEVER,
      checkIns: [['2022-11-22T01:00:00Z'], ['2022-11-23T01:00:00Z']],
    } as const;
    expect(english(two, '2022-11-23T16:00:00Z')).toEqual([
      'One more normal check-in, then green on 24 November',
    ]);
  });

  it('wait where check-ins would take longer than the rule lasts', () => {
    const late = { ...FEVER, checkIns: [['2022-11-27T01:00:00Z', 38]] } as const;
    expect(english(late, '2022-11-27T04:00:00Z')).toEqual([
      'Ends by itself on 29 November 00:00, then green',
    ]);
  });

  it('promise green only with the last of several rules', () => {
    const both = { ...FEVER, detected: ['2022-11-21T04:00:00Z'] } as const;
    expect(english(both, '2022-11-22T04:00:00Z')).toEqual([
      'Two more tests without the virus, sampled from 24 November 00:00 on, then green on 25 November 00:00',
      'Three more normal check-ins, one a day',
    ]);
  });

  it('say what comes between: red, then yellow, then green', () => {
    expect(english({ ...NOTICED, checkInDays: [2] }, '2022-07-02T05:00:00Z', ninth)).toEqual([
      'Ends by itself on 9 July 00:00, then yellow',
      'Ends by itself on 12 July 00:00, then green',
    ]);
  });

  it('are those of the notice that lasts longest', () => {
    const twice = { contacts: [...NOTICED.contacts, ['2022-07-02T04:00:00Z']] } as const;
    expect(english(twice, '2022-07-02T05:00:00Z', ninth)).toEqual([
      'Ends by itself on 10 July 00:00, then yellow',
      'Ends by itself on 13 July 00:00, then green',
    ]);
  });

  it('count no days while somebody is still in the area', () => {
    const there = { stays: [['HIGH', '2022-07-01T04:00:00Z', null]] } as const;
    expect(english(there, '2022-07-02T05:00:00Z', ninth)).toEqual([
      'The days count from when you leave the risk area, or from when it is lifted',
    ]);
  });

  it('name the end of an order, or its release', () => {
    const order = { orders: [['HOME', '2022-07-01T04:00:00Z', '2022-07-08T04:00:00Z']] } as const;
    expect(english(order, '2022-07-02T05:00:00Z')).toEqual([
      'Ends by itself when the isolation order ends or is released, then green on 8 July 12:00',
    ]);
  });

  it('are none for who is green', () => {
    expect(english({}, '2022-07-02T05:00:00Z', ninth)).toEqual([]);
  });
});
