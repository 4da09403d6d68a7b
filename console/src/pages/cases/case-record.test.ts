import { describe, expect, it } from 'vitest';
import { citable, standing } from './case-record.ts';

const NOW = new Date('2022-11-24T00:00:00.000Z');
const test = {
  ...{ id: 't', sampleCollectedAt: '2022-11-20T00:00:00.000Z', supersededBy: null },
  ...{ result: 'DETECTED' as const, method: 'NUCLEIC_ACID' as const },
};
const notice = {
  ...{ id: 'n', lastContactAt: '2022-11-20T00:00:00.000Z', noticedAt: '2022-11-21T00:00:00.000Z' },
  ...{ withdrawnAt: null, allowedActions: [] },
};

it('an order cites only what stands', () => {
  const corrected = { ...test, id: 'u', supersededBy: 't' };
  const withdrawn = { ...notice, id: 'm', withdrawnAt: '2022-11-22T00:00:00.000Z' };
  const record = {
    tests: { nodes: [test, corrected] },
    contactNotices: { nodes: [notice, withdrawn] },
  };
  expect(citable(record).map(({ id }) => id)).toEqual(['t', 'n']);
});

describe('an order', () => {
  it.each([
    ['inForce', '2022-11-24T00:00:00.001Z', null],
    ['over', '2022-11-24T00:00:00.000Z', null],
    ['released', '2022-11-30T00:00:00.000Z', '2022-11-23T00:00:00.000Z'],
  ] as const)('is %s', (state, until, releasedAt) => {
    expect(standing({ until, releasedAt }, NOW)).toBe(state);
  });
});
