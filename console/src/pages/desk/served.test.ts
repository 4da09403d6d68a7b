import { describe, expect, it } from 'vitest';
import { isAwaited, stepOf, type Served } from './served.ts';

const ACTIVE = { state: 'ACTIVE', color: 'GREEN' } as const;
const UNDER_REVIEW = { state: 'UNDER_REVIEW', color: null } as const;

function person(changes: Partial<Served> = {}): Served {
  return {
    ...{ id: 'r', maskedName: '周*甲', since: new Date(0), code: null, declaration: null },
    ...{ declaring: false, paper: null },
    ...changes,
  };
}

function declared(state: 'PENDING' | 'APPROVED' | 'REJECTED') {
  return { id: 'd', declaredAt: '', dueAt: '', state };
}

describe('a person at the desk', () => {
  it.each([
    { what: 'nobody yet', who: null, step: 'person', awaited: false },
    { what: 'registered', who: person(), step: 'declare', awaited: false },
    {
      what: 'declared',
      who: person({ declaration: declared('PENDING') }),
      ...{ step: 'wait', awaited: true },
    },
    {
      what: 'approved, the code not made yet',
      who: person({ declaration: declared('APPROVED'), code: UNDER_REVIEW }),
      ...{ step: 'wait', awaited: true },
    },
    {
      what: 'rejected',
      who: person({ declaration: declared('REJECTED'), code: UNDER_REVIEW }),
      ...{ step: 'declare', awaited: false },
    },
    {
      what: 'approved, with a code',
      who: person({ declaration: declared('APPROVED'), code: ACTIVE }),
      ...{ step: 'paper', awaited: false },
    },
    {
      what: 'known, with a code',
      who: person({ code: ACTIVE }),
      ...{ step: 'paper', awaited: false },
    },
    {
      what: 'known, with a code, and declares again',
      who: person({ code: ACTIVE, declaring: true }),
      ...{ step: 'declare', awaited: false },
    },
    {
      what: 'declared again',
      who: person({ code: ACTIVE, declaration: declared('PENDING') }),
      ...{ step: 'paper', awaited: true },
    },
    {
      what: 'suspended',
      who: person({ code: { state: 'SUSPENDED', color: null } }),
      ...{ step: 'declare', awaited: false },
    },
  ])('$what: step $step, awaited $awaited', ({ who, step, awaited }) => {
    expect(stepOf(who)).toBe(step);
    expect(who !== null && isAwaited(who)).toBe(awaited);
  });
});
