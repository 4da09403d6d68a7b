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

const exposure = {
  ...{ level: 'HIGH' as const, from: '2022-10-20T00:00:00.000Z' },
  until: '2022-10-27T00:00:00.000Z' as string | null,
};
const stay = { id: 's', division: '330106', community: null, exposures: [exposure] };

it('an order cites only what stands', () => {
  const corrected = { ...test, id: 'u', supersededBy: 't' };
  const withdrawn = { ...notice, id: 'm', withdrawnAt: '2022-11-22T00:00:00.000Z' };
  const record = {
    tests: { nodes: [test, corrected, { ...test, id: 'v', result: 'NOT_DETECTED' as const }] },
    contactNotices: { nodes: [notice, withdrawn] },
    stays: { nodes: [stay, { ...stay, id: 'safe', exposures: [] }] },
  };
  expect(citable(record, NOW).map(({ id }) => id)).toEqual(['t', 'n', 's']);
  const withoutTravel = { ...record, stays: undefined };
  expect(citable(withoutTravel, NOW).map(({ id }) => id)).toEqual(['t', 'n']);
});

it.each([
  ['2022-10-27T00:00:00.000Z', ['t', 'n', 's']],
  ['2022-10-26T23:59:59.999Z', []],
])('an order cites a ground of %s at most 28 days later: %j', (at, ids) => {
  const record = {
    tests: { nodes: [{ ...test, sampleCollectedAt: at }] },
    contactNotices: { nodes: [{ ...notice, lastContactAt: at }] },
    stays: { nodes: [{ ...stay, exposures: [{ ...exposure, until: at }] }] },
  };
  expect(citable(record, NOW).map(({ id }) => id)).toEqual(ids);
});

it('an order cites a stay in an area that still stands, since when it was in it', () => {
  const open = { ...exposure, from: '2022-10-25T00:00:00.000Z', until: null };
  const record = {
    ...{ tests: { nodes: [] }, contactNotices: { nodes: [] } },
    stays: { nodes: [{ ...stay, exposures: [exposure, open] }] },
  };
  expect(citable(record, NOW)).toMatchObject([{ kind: 'STAY', of: { last: open } }]);
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
