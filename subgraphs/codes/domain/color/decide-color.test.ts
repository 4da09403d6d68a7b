import { describe, expect, it } from 'vitest';
import { outcome, policy, someFacts, type Given } from './color-fakes.ts';
import { decideColor } from './decide-color.ts';

interface Row {
  readonly clause: string;
  readonly given: Given;
  readonly now: string;
  readonly color: 'GREEN' | 'YELLOW' | 'RED';
  readonly rules: readonly string[];
}

const NOON = '2022-07-01T04:00:00.000Z'; // 12:00 in Shanghai on 1 July
const DAILY = { checkInDays: [2, 3, 4, 5, 6, 7, 8, 9] };
const DETECTED = { detected: [NOON], ...DAILY };
const HOME = { orders: [['HOME', NOON, '2022-07-08T04:00:00.000Z']] } as const;
const FEVER = { declared: [[NOON, 'FEVER']] } as const;

const rows: readonly Row[] = [
  { clause: '§4.2 nothing holds', given: {}, now: NOON, color: 'GREEN', rules: [] },
  // §2.1 and §1.1
  {
    clause: '§2.1 from the sample on',
    given: DETECTED,
    now: NOON,
    color: 'RED',
    rules: ['DETECTED-7D'],
  },
  {
    clause: '§2.1 before the sample',
    given: DETECTED,
    now: '2022-07-01T03:59:59.999Z',
    color: 'GREEN',
    rules: [],
  },
  {
    clause: '§1.1 last instant of 7 days',
    given: DETECTED,
    now: '2022-07-08T15:59:59.999Z',
    color: 'RED',
    rules: ['DETECTED-7D'],
  },
  {
    clause: '§1.1 7 days are over',
    given: DETECTED,
    now: '2022-07-08T16:00:00.000Z',
    color: 'GREEN',
    rules: [],
  },
  {
    clause: '§1.1 a sample late on the Shanghai day',
    given: { ...DETECTED, detected: ['2022-07-01T15:59:59.999Z'] },
    now: '2022-07-08T15:59:59.999Z',
    color: 'RED',
    rules: ['DETECTED-7D'],
  },
  {
    clause: '§1.1 a sample of the next Shanghai day',
    given: { ...DETECTED, detected: ['2022-07-01T16:00:00.000Z'] },
    now: '2022-07-08T16:00:00.000Z',
    color: 'RED',
    rules: ['DETECTED-7D'],
  },
  {
    clause: '§2.1 a result NOT_DETECTED',
    given: { notDetected: [NOON] },
    now: NOON,
    color: 'GREEN',
    rules: [],
  },
  // §3.2
  {
    clause: '§3.2 two results a day apart, from day 3',
    given: { ...DETECTED, notDetected: ['2022-07-03T16:00:00Z', '2022-07-04T16:00:00Z'] },
    now: '2022-07-04T16:00:00Z',
    color: 'GREEN',
    rules: [],
  },
  {
    clause: '§3.2 the first a moment before day 3',
    given: { ...DETECTED, notDetected: ['2022-07-03T15:59:59Z', '2022-07-04T16:00:00Z'] },
    now: '2022-07-05T00:00:00Z',
    color: 'RED',
    rules: ['DETECTED-7D'],
  },
  {
    clause: '§3.2 less than a day apart',
    given: { ...DETECTED, notDetected: ['2022-07-03T16:00:00Z', '2022-07-04T15:59:59Z'] },
    now: '2022-07-05T00:00:00Z',
    color: 'RED',
    rules: ['DETECTED-7D'],
  },
  {
    clause: '§3.2 one is not enough',
    given: { ...DETECTED, notDetected: ['2022-07-04T00:00:00Z'] },
    now: '2022-07-06T00:00:00Z',
    color: 'RED',
    rules: ['DETECTED-7D'],
  },
  {
    clause: '§3.2 a new DETECTED begins anew',
    given: {
      ...DAILY,
      detected: [NOON, '2022-07-05T00:00:00Z'],
      notDetected: ['2022-07-04T00:00:00Z', '2022-07-06T00:00:00Z'],
    },
    now: '2022-07-07T00:00:00Z',
    color: 'RED',
    rules: ['DETECTED-7D'],
  },
  {
    clause: '§3.2 a result not yet there',
    given: { ...DETECTED, notDetected: ['2022-07-03T16:00:00Z', '2022-07-04T16:00:00Z'] },
    now: '2022-07-04T15:59:59.999Z',
    color: 'RED',
    rules: ['DETECTED-7D'],
  },
  // §2.2 and §3.3
  { clause: '§2.2 a symptom', given: FEVER, now: NOON, color: 'YELLOW', rules: ['SYMPTOM-7D'] },
  {
    clause: '§2.2 a symptom no rule reads',
    given: { declared: [[NOON, 'HEADACHE']] },
    now: NOON,
    color: 'GREEN',
    rules: [],
  },
  {
    clause: '§2.2 a symptom in a check-in',
    given: { checkIns: [[NOON, 36.5, 'COUGH']] },
    now: NOON,
    color: 'YELLOW',
    rules: ['SYMPTOM-7D'],
  },
  {
    clause: '§2.2 7 days are over',
    given: FEVER,
    now: '2022-07-08T16:00:00.000Z',
    color: 'GREEN',
    rules: [],
  },
  {
    clause: '§3.3 three normal check-ins',
    given: {
      ...FEVER,
      checkIns: [
        ['2022-07-02T00:00:00Z'],
        ['2022-07-03T00:00:00Z'],
        ['2022-07-04T00:00:00Z', 37.2],
      ],
    },
    now: '2022-07-04T00:00:00Z',
    color: 'GREEN',
    rules: [],
  },
  {
    clause: '§3.3 the third has fever',
    given: {
      ...FEVER,
      checkIns: [
        ['2022-07-02T00:00:00Z'],
        ['2022-07-03T00:00:00Z'],
        ['2022-07-04T00:00:00Z', 37.3],
      ],
    },
    now: '2022-07-04T00:00:00Z',
    color: 'YELLOW',
    rules: ['SYMPTOM-7D'],
  },
  {
    clause: '§3.3 two are not enough',
    given: { ...FEVER, checkIns: [['2022-07-02T00:00:00Z'], ['2022-07-03T00:00:00Z']] },
    now: '2022-07-04T00:00:00Z',
    color: 'YELLOW',
    rules: ['SYMPTOM-7D'],
  },
  {
    clause: '§3.3 an abnormal one begins anew',
    given: {
      ...FEVER,
      checkIns: [
        ['2022-07-02T00:00:00Z'],
        ['2022-07-03T00:00:00Z'],
        ['2022-07-04T00:00:00Z', 38],
        ['2022-07-05T00:00:00Z'],
      ],
    },
    now: '2022-07-05T00:00:00Z',
    color: 'YELLOW',
    rules: ['SYMPTOM-7D'],
  },
  // §2.3 and §3.4
  { clause: '§2.3 at home', given: HOME, now: NOON, color: 'YELLOW', rules: ['ISOLATION-HOME'] },
  {
    clause: '§2.3 before it begins',
    given: HOME,
    now: '2022-07-01T03:59:59.999Z',
    color: 'GREEN',
    rules: [],
  },
  {
    clause: '§2.3 central',
    given: { orders: [['CENTRAL', NOON, '2022-07-08T04:00:00Z']] },
    now: NOON,
    color: 'RED',
    rules: ['ISOLATION-CENTRAL'],
  },
  {
    clause: '§2.3 last instant of the order',
    given: { ...HOME, checkIns: [['2022-07-07T00:00:00Z']] },
    now: '2022-07-08T03:59:59.999Z',
    color: 'YELLOW',
    rules: ['ISOLATION-HOME'],
  },
  {
    clause: '§2.3 the order is over',
    given: HOME,
    now: '2022-07-08T04:00:00.000Z',
    color: 'GREEN',
    rules: [],
  },
  {
    clause: '§3.4 released',
    given: { orders: [['HOME', NOON, '2022-07-08T04:00:00Z', '2022-07-02T00:00:00Z']] },
    now: '2022-07-02T00:00:00Z',
    color: 'GREEN',
    rules: [],
  },
  {
    clause: '§3.4 a moment before its release',
    given: { orders: [['HOME', NOON, '2022-07-08T04:00:00Z', '2022-07-02T00:00:00Z']] },
    now: '2022-07-01T23:59:59.999Z',
    color: 'YELLOW',
    rules: ['ISOLATION-HOME'],
  },
  // §4.2
  {
    clause: '§4.2 the darkest',
    given: { ...FEVER, ...DETECTED },
    now: NOON,
    color: 'RED',
    rules: ['DETECTED-7D', 'SYMPTOM-7D'],
  },
  // §2.4
  {
    clause: '§2.4 the last instant of the day after',
    given: HOME,
    now: '2022-07-02T15:59:59.999Z',
    color: 'YELLOW',
    rules: ['ISOLATION-HOME'],
  },
  {
    clause: '§2.4 a check-in in time',
    given: { ...HOME, checkIns: [['2022-07-02T15:00:00Z']] },
    now: '2022-07-03T15:59:59.999Z',
    color: 'YELLOW',
    rules: ['ISOLATION-HOME'],
  },
  {
    clause: '§2.4 nobody owes one without an order',
    given: { checkIns: [['2022-06-01T00:00:00Z']] },
    now: NOON,
    color: 'GREEN',
    rules: [],
  },
];

describe('decideColor', () => {
  it.each(rows)('$clause -> $color', ({ given, now, color, rules }) => {
    expect(outcome(given, now)).toEqual({ color, rules });
  });

  it.each([
    {
      clause: '§2.4 a day without check-in is over',
      given: HOME,
      now: '2022-07-02T16:00:00.000Z',
      missing: ['CHECK_IN'],
      rules: ['CHECK-INS-1D', 'ISOLATION-HOME'],
    },
    {
      clause: '§2.4 after a check-in too',
      given: { ...HOME, checkIns: [['2022-07-02T15:00:00Z']] } as Given,
      now: '2022-07-03T16:00:00.000Z',
      missing: ['CHECK_IN'],
      rules: ['CHECK-INS-1D', 'ISOLATION-HOME'],
    },
    {
      clause: '§4.3 nothing was declared',
      given: { declared: 'unknown' } as Given,
      now: NOON,
      missing: ['declarations'],
      rules: [],
    },
    {
      clause: '§4.3 what is known is still said',
      given: { declared: 'unknown', ...DETECTED } as Given,
      now: NOON,
      missing: ['declarations'],
      rules: ['DETECTED-7D'],
    },
  ])('$clause -> suspended', ({ given, now, missing, rules }) => {
    expect(outcome(given, now)).toEqual({ missing, rules });
  });

  it('§2.4 a late check-in lifts the suspension', () => {
    const late: Given = { ...HOME, checkIns: [['2022-07-03T04:00:00Z']] };
    expect(outcome(late, '2022-07-03T03:59:59.999Z')).toMatchObject({ missing: ['CHECK_IN'] });
    expect(outcome(late, '2022-07-03T04:00:00.000Z')).toEqual({
      color: 'YELLOW',
      rules: ['ISOLATION-HOME'],
    });
  });

  it('§4.4 does not ask what no rule reads', () => {
    const rules = policy.rules.filter(({ condition }) => condition.kind === 'DETECTED_RESULT');
    const facts = someFacts({ declared: 'unknown' });
    expect(decideColor(facts, { ...policy, rules }, new Date(NOON))).toMatchObject({
      state: 'ACTIVE',
      color: 'GREEN',
    });
  });

  it('cites the evidence of each rule and says what leads out', () => {
    const decision = decideColor(
      someFacts({ ...FEVER, detected: [NOON], checkIns: [['2022-07-02T00:00:00Z']] }),
      policy,
      new Date('2022-07-02T00:00:00Z'),
    );
    expect(decision).toMatchObject({
      reasons: [
        {
          ruleId: 'DETECTED-7D',
          reasonClass: 'TEST',
          evidence: [{ id: `result-${NOON}`, kind: 'TEST_RESULT', source: 'ACCREDITED' }],
        },
        {
          ruleId: 'SYMPTOM-7D',
          reasonClass: 'SYMPTOM',
          evidence: [{ id: 'declaration-0', kind: 'DECLARATION', source: 'SELF' }],
        },
      ],
      nextSteps: [
        { kind: 'NOT_DETECTED_RESULTS', remaining: 2, notBefore: new Date('2022-07-03T16:00:00Z') },
        { kind: 'CHECK_IN', remaining: 2 },
      ],
    });
  });

  it('says the same next steps of two facts that are through at one instant, in any order', () => {
    const declared = [
      ['2022-07-01T00:00:00Z', 'FEVER'],
      ['2022-07-05T16:00:00Z', 'ANOSMIA'],
    ] as const;
    const checkIns = [['2022-07-05T16:30:00Z', 38]] as const;
    const stepsOf = (given: Given) => {
      const facts = someFacts({ ...given, checkIns });
      const found = decideColor(facts, policy, new Date('2022-07-06T16:00:00Z'));
      return found.state === 'ACTIVE' ? found.nextSteps : found.missing;
    };
    const steps = stepsOf({ declared });
    expect(steps).toMatchObject([{ kind: 'CHECK_IN', remaining: 3 }]);
    expect(stepsOf({ declared: declared.toReversed() })).toEqual(steps);
  });
});
