import { describe, expect, it } from 'vitest';
import type { Rule } from './policy.ts';
import { outcome, policy, someFacts, type Given } from './color-fakes.ts';
import { decideColor } from './decide-color.ts';

const text = { ZH_HANS: '规则', ZH_HANT: '規則', EN: 'A rule' };
const base = { version: 1, text };
const after = (n: number, unit: 'DAY' | 'HOUR' = 'DAY') => ({ kind: 'AFTER', n, unit }) as const;

const CONTACT: Rule = {
  ...{ ...base, id: 'CONTACT', color: 'YELLOW', exit: after(5) },
  condition: { kind: 'CONTACT_NOTICE', days: 5 },
};
const HIGH: Rule = {
  ...{ ...base, id: 'HIGH', color: 'RED', exit: after(3) },
  condition: { kind: 'RISK_AREA_STAY', level: 'HIGH', days: 7 },
};
const LOW: Rule = {
  ...{ ...base, id: 'LOW', color: 'YELLOW' },
  condition: { kind: 'RISK_AREA_STAY', level: 'LOW', days: 7 },
  exit: { kind: 'NOT_DETECTED_RESULTS', count: 2, hoursApart: 24, fromDay: 0 },
};
const ENTRY: Rule = {
  ...{ ...base, id: 'ENTRY', color: 'RED', exit: after(60, 'HOUR') },
  condition: { kind: 'ENTRY_FROM_ABROAD', days: 7 },
};
const OVERRIDE: Rule = {
  ...{ ...base, id: 'OVERRIDE', color: null, exit: after(72, 'HOUR') },
  condition: { kind: 'OVERRIDE' },
};
const BOTH: Rule = {
  ...{ ...CONTACT, id: 'BOTH' },
  exit: { kind: 'ALL', of: [after(2), { kind: 'NORMAL_CHECK_INS', count: 3 }] },
};
const EITHER: Rule = {
  ...{ ...CONTACT, id: 'EITHER' },
  exit: { kind: 'ANY', of: [after(2), { kind: 'NORMAL_CHECK_INS', count: 1 }] },
};
const ONE_TEST: Rule = {
  ...{ ...CONTACT, id: 'ONE-TEST' },
  exit: { kind: 'NOT_DETECTED_RESULTS', count: 1, hoursApart: 0, fromDay: 0 },
};
const LAPSED: Rule = {
  ...{ ...base, id: 'LAPSED', color: null, exit: { kind: 'NORMAL_CHECK_INS', count: 1 } },
  condition: { kind: 'CHECK_INS_LAPSED', days: 1 },
};

const NOON = '2022-07-01T04:00:00Z'; // 12:00 in Shanghai on 1 July

interface Row {
  readonly clause: string;
  readonly rules: readonly Rule[];
  readonly given: Given;
  readonly now: string;
  /** A color, or what is missing. */
  readonly is: string;
}

const stay = (until: string | null, level: 'HIGH' | 'LOW' = 'HIGH'): Given => ({
  stays: [[level, NOON, until]],
});
const over = (...overrides: NonNullable<Given['overrides']>): Given => ({
  ...{ contacts: [[NOON]], overrides },
});
const DAY_2 = '2022-07-02T04:00:00Z';

const rows: readonly Row[] = [
  {
    ...{ clause: '§2.4 from the last contact on', rules: [CONTACT], given: { contacts: [[NOON]] } },
    ...{ now: NOON, is: 'YELLOW' },
  },
  {
    ...{ clause: '§2.4 a moment before it', rules: [CONTACT], given: { contacts: [[NOON]] } },
    ...{ now: '2022-07-01T03:59:59.999Z', is: 'GREEN' },
  },
  {
    ...{ clause: '§2.4 last instant of 5 days', rules: [CONTACT], given: { contacts: [[NOON]] } },
    ...{ now: '2022-07-06T15:59:59.999Z', is: 'YELLOW' },
  },
  {
    ...{ clause: '§2.4 5 days are over', rules: [CONTACT], given: { contacts: [[NOON]] } },
    ...{ now: '2022-07-06T16:00:00Z', is: 'GREEN' },
  },
  {
    ...{ clause: '§2.4 withdrawn', rules: [CONTACT], given: { contacts: [[NOON, DAY_2]] } },
    ...{ now: DAY_2, is: 'GREEN' },
  },
  {
    ...{ clause: '§2.4 before that', rules: [CONTACT], given: { contacts: [[NOON, DAY_2]] } },
    ...{ now: '2022-07-02T03:59:59.999Z', is: 'YELLOW' },
  },
  {
    ...{ clause: '§2.5 from its beginning on', rules: [HIGH], given: stay(null) },
    ...{ now: NOON, is: 'RED' },
  },
  {
    ...{ clause: '§2.5 before it', rules: [HIGH], given: stay(null) },
    ...{ now: '2022-07-01T03:59:59.999Z', is: 'GREEN' },
  },
  {
    ...{ clause: '§3 an open one counts no days', rules: [HIGH], given: stay(null) },
    ...{ now: '2022-12-31T00:00:00Z', is: 'RED' },
  },
  {
    ...{ clause: '§3.1 3 days from its end', rules: [HIGH], given: stay(DAY_2) },
    ...{ now: '2022-07-05T15:59:59.999Z', is: 'RED' },
  },
  {
    ...{ clause: '§3.1 3 days from its end are over', rules: [HIGH], given: stay(DAY_2) },
    ...{ now: '2022-07-05T16:00:00Z', is: 'GREEN' },
  },
  {
    ...{ clause: '§2.5 one that ends where it begins', rules: [HIGH], given: stay(NOON) },
    ...{ now: NOON, is: 'GREEN' },
  },
  {
    ...{ clause: '§2.5 another level', rules: [HIGH], given: stay(null, 'LOW') },
    ...{ now: NOON, is: 'GREEN' },
  },
  {
    ...{ clause: '§3.2 tests before its end', rules: [LOW], now: '2022-07-02T05:00:00Z' },
    given: { ...stay(DAY_2, 'LOW'), notDetected: [NOON, '2022-07-02T04:00:00Z'] },
    is: 'YELLOW',
  },
  {
    ...{ clause: '§3.2 tests after its end', rules: [LOW], now: '2022-07-03T05:00:00Z' },
    given: {
      ...stay(DAY_2, 'LOW'),
      notDetected: ['2022-07-02T05:00:00Z', '2022-07-03T05:00:00Z'],
    },
    is: 'GREEN',
  },
  {
    ...{ clause: '§2.5 7 days after its end', rules: [LOW], given: stay(DAY_2, 'LOW') },
    ...{ now: '2022-07-09T15:59:59.999Z', is: 'YELLOW' },
  },
  {
    ...{ clause: '§2.5 7 days after its end are over', rules: [LOW], given: stay(DAY_2, 'LOW') },
    ...{ now: '2022-07-09T16:00:00Z', is: 'GREEN' },
  },
  {
    ...{ clause: '§4.3 stays are unknown', rules: [LOW], given: { stays: 'unknown' } },
    ...{ now: NOON, is: 'stays' },
  },
  {
    ...{ clause: '§4.4 no rule reads stays', rules: [CONTACT], given: { stays: 'unknown' } },
    ...{ now: NOON, is: 'GREEN' },
  },
  {
    ...{ clause: '§2.6 last instant of 60 hours', rules: [ENTRY], given: { entries: [NOON] } },
    ...{ now: '2022-07-03T15:59:59.999Z', is: 'RED' },
  },
  {
    ...{ clause: '§1.1 60 hours are over', rules: [ENTRY], given: { entries: [NOON] } },
    ...{ now: '2022-07-03T16:00:00Z', is: 'GREEN' },
  },
  {
    ...{ clause: '§2.8 relaxed', rules: [CONTACT, OVERRIDE], now: NOON, is: 'GREEN' },
    given: over(['RELAX', 'GREEN', NOON, DAY_2]),
  },
  {
    ...{ clause: '§2.8 no longer relaxed', rules: [CONTACT, OVERRIDE], now: DAY_2, is: 'YELLOW' },
    given: over(['RELAX', 'GREEN', NOON, DAY_2]),
  },
  {
    ...{ clause: '§2.8 a cap lifts nothing', rules: [CONTACT, OVERRIDE], now: NOON, is: 'YELLOW' },
    given: over(['RELAX', 'RED', NOON, DAY_2]),
  },
  {
    ...{ clause: '§2.8 stricter', rules: [CONTACT, OVERRIDE], now: NOON, is: 'RED' },
    given: over(['STRICTER', 'RED', NOON, DAY_2]),
  },
  {
    ...{ clause: '§2.8 both', rules: [CONTACT, OVERRIDE], now: NOON, is: 'RED' },
    given: over(['RELAX', 'GREEN', NOON, DAY_2], ['STRICTER', 'RED', NOON, DAY_2]),
  },
  {
    ...{ clause: '§3.1 after 72 hours', rules: [OVERRIDE], now: '2022-07-04T04:00:00Z' },
    ...{ given: over(['STRICTER', 'RED', NOON, '2022-08-01T00:00:00Z']), is: 'GREEN' },
  },
  {
    ...{ clause: '§3.5 ALL: the days are not over', rules: [BOTH], now: '2022-07-03T15:59:59Z' },
    ...{ given: { contacts: [[NOON]], checkInDays: [2, 3] }, is: 'YELLOW' },
  },
  {
    ...{ clause: '§3.5 ALL: one check-in short', rules: [BOTH], now: '2022-07-04T03:59:59.999Z' },
    ...{ given: { contacts: [[NOON]], checkInDays: [2, 3, 4] }, is: 'YELLOW' },
  },
  {
    ...{ clause: '§3.5 ALL', rules: [BOTH], now: '2022-07-04T04:00:00Z', is: 'GREEN' },
    given: { contacts: [[NOON]], checkInDays: [2, 3, 4] },
  },
  {
    ...{ clause: '§3.5 ANY: the first', rules: [EITHER], now: DAY_2, is: 'GREEN' },
    given: { contacts: [[NOON]], checkInDays: [2] },
  },
  {
    ...{ clause: '§3.5 ANY: none', rules: [EITHER], now: '2022-07-03T15:59:59.999Z' },
    ...{ given: { contacts: [[NOON]] }, is: 'YELLOW' },
  },
  {
    ...{ clause: '§3.3 one counts a day', rules: [BOTH], now: '2022-07-04T15:59:59.999Z' },
    given: {
      contacts: [[NOON]],
      checkIns: [['2022-07-03T01:00:00Z'], ['2022-07-03T02:00:00Z'], ['2022-07-04T01:00:00Z']],
    },
    is: 'YELLOW',
  },
  {
    ...{ clause: '§3.3 one at the instant of the event', rules: [EITHER], now: DAY_2 },
    ...{ given: { contacts: [[NOON]], checkInDays: [1] }, is: 'YELLOW' },
  },
  {
    ...{ clause: '§3.2 one at the instant of the event', rules: [ONE_TEST], now: NOON },
    ...{ given: { contacts: [[NOON]], notDetected: [NOON] }, is: 'YELLOW' },
  },
];

describe('conditions and exits', () => {
  it.each(rows)('$clause -> $is', ({ rules, given, now, is }) => {
    const { color, missing } = {
      color: '',
      missing: [''],
      ...outcome(given, now, { ...policy, rules }),
    };
    expect(color === '' ? missing.join() : color).toBe(is);
  });
});

const lapse: readonly Omit<Row, 'rules'>[] = [
  {
    ...{ clause: 'a contact too owes one a day', given: { contacts: [[NOON]] } },
    ...{ now: '2022-07-02T16:00:00Z', is: 'CHECK_IN' },
  },
  {
    ...{ clause: 'a moment before', given: { contacts: [[NOON]] } },
    ...{ now: '2022-07-02T15:59:59.999Z', is: 'YELLOW' },
  },
  {
    ...{
      clause: 'nobody owes one for a time before it was known',
      now: '2022-07-04T15:59:59.999Z',
    },
    ...{ given: { contacts: [[NOON]], knownAt: '2022-07-03T04:00:00Z' }, is: 'YELLOW' },
  },
  {
    ...{ clause: 'a day after it was known', now: '2022-07-04T16:00:00Z' },
    ...{ given: { contacts: [[NOON]], knownAt: '2022-07-03T04:00:00Z' }, is: 'CHECK_IN' },
  },
  {
    ...{ clause: 'one time, though two rules follow each other', now: '2022-07-06T00:00:00Z' },
    given: { contacts: [[NOON], ['2022-07-05T00:00:00Z']], checkInDays: [2, 3] },
    is: 'CHECK_IN',
  },
  {
    ...{ clause: 'nor where one begins as the other ends', now: '2022-07-07T00:00:00Z' },
    ...{ given: { contacts: [[NOON], ['2022-07-06T16:00:00Z']], checkInDays: [2, 3] } },
    is: 'CHECK_IN',
  },
  {
    ...{ clause: 'it ends with the duty', now: '2022-07-06T16:00:00Z', is: 'GREEN' },
    given: { contacts: [[NOON]] },
  },
  {
    ...{ clause: 'relaxed to green nobody owes one', now: '2022-07-03T00:00:00Z', is: 'GREEN' },
    given: over(['RELAX', 'GREEN', DAY_2, '2022-07-04T00:00:00Z']),
  },
  {
    ...{ clause: 'and after it a day begins anew', now: '2022-07-05T15:59:59.999Z', is: 'YELLOW' },
    given: over(['RELAX', 'GREEN', DAY_2, '2022-07-04T00:00:00Z']),
  },
  {
    ...{ clause: 'which ends too', now: '2022-07-05T16:00:00Z', is: 'CHECK_IN' },
    given: over(['RELAX', 'GREEN', DAY_2, '2022-07-04T00:00:00Z']),
  },
];

describe('§4.5 until', () => {
  const until = (now: string) =>
    decideColor(someFacts({ contacts: [[NOON]] }), { ...policy, rules: [CONTACT] }, new Date(now))
      .until;

  it('is the next instant at which time changes anything, and null after the last', () => {
    expect(until('2022-07-01T03:59:59.999Z')).toEqual(new Date(NOON));
    expect(until(NOON)).toEqual(new Date('2022-07-06T16:00:00Z'));
    expect(until('2022-07-06T16:00:00Z')).toBeNull();
  });
});

describe('§2.7 lapsed check-ins', () => {
  const rules = [CONTACT, OVERRIDE, LAPSED];
  const judged = (given: Given, now: string, from = policy.validFrom) =>
    outcome(given, now, { ...policy, validFrom: from, rules });

  it.each(lapse)('$clause -> $is', ({ given, now, is }) => {
    const { color, missing } = { color: '', missing: [''], ...judged(given, now) };
    expect(color === '' ? missing.join() : color).toBe(is);
  });

  it('under an order count from its beginning, whenever it was written down', () => {
    const given = {
      orders: [['HOME', NOON, '2022-07-20T00:00:00Z']],
      knownAt: '2022-07-03T04:00:00Z',
    } as const;
    const order: Rule = {
      ...{ ...CONTACT, exit: { kind: 'ORDER_RELEASED' } },
      condition: { kind: 'ISOLATION_ORDER', place: 'HOME' },
    };
    const under = { ...policy, validFrom: new Date(given.knownAt), rules: [order, LAPSED] };
    expect(outcome(given, given.knownAt, under)).toMatchObject({ missing: ['CHECK_IN'] });
  });

  it('count no earlier than the policy', () => {
    const given = { contacts: [[NOON]] } as const;
    const from = new Date('2022-07-03T04:00:00Z');
    expect(judged(given, '2022-07-03T04:00:00Z', from)).toMatchObject({ color: 'YELLOW' });
    expect(judged(given, '2022-07-04T16:00:00Z', from)).toMatchObject({ missing: ['CHECK_IN'] });
  });
});
