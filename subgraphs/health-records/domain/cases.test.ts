import { expect, it } from 'vitest';
import { fakeTrail } from '../../kit/audit/fake-trail.ts';
import { caseUseCases, type Case, type CaseFilter, type WantedCases } from './cases.ts';

const PAGE = { first: 2, after: null };
const ALL: CaseFilter = { region: null, kind: null, due: null };

function aCase(id: string, region: string): Case {
  return {
    ...{ region, id, residentId: `${region}-r`, kind: 'HOME', lastCheckInOn: null },
    ...{ since: new Date(0), until: new Date(1) },
  };
}

/** A list of these cases, and what the store was asked. */
function given(now: string, rows: readonly Case[] = []) {
  const audit = fakeTrail();
  const asked: WantedCases[] = [];
  const { list } = caseUseCases({
    ...{ audit, now: () => new Date(now) },
    store: {
      cases(wanted) {
        asked.push(wanted);
        return Promise.resolve({ rows, total: () => Promise.resolve(rows.length) });
      },
    },
  });
  return { list, audit, asked };
}

it.each([
  ['2022-07-01T15:59:59.999Z', '2022-07-01T16:00:00.000Z'],
  ['2022-07-01T16:00:00.000Z', '2022-07-02T16:00:00.000Z'],
])('§9.3 at %s what ends today ends by %s', async (now, endsBy) => {
  const { list, asked } = given(now);
  await list({ ...ALL, due: 'ENDS_TODAY' }, PAGE);
  expect(asked).toMatchObject([{ endsBy: new Date(endsBy), silentSince: null }]);
});

it.each([
  ['2022-07-03T15:59:59.999Z', '2022-07-02', '2022-07-01T16:00:00.000Z'],
  ['2022-07-03T16:00:00.000Z', '2022-07-03', '2022-07-02T16:00:00.000Z'],
])('§9.3 at %s a check-in is missed that did not come from %s on', async (now, day, at) => {
  const { list, asked } = given(now);
  await list({ ...ALL, due: 'CHECK_IN_MISSED' }, PAGE);
  expect(asked).toMatchObject([{ endsBy: null, silentSince: { day, at: new Date(at) } }]);
});

it('§9.4 is logged in each region of which it showed somebody, as a count', async () => {
  // One row more than the page says that more follow: it is not shown.
  const rows = [aCase('a', '330100'), aCase('b', '330200'), aCase('c', '330300')];
  const { list, audit } = given('2022-07-01T00:00:00.000Z', rows);
  await list(ALL, PAGE);
  expect(audit.notes).toEqual([
    { region: '330100', action: 'CASES_LISTED', detail: { cases: 1 } },
    { region: '330200', action: 'CASES_LISTED', detail: { cases: 1 } },
  ]);
});

it('that holds nobody is not logged', async () => {
  const { list, audit } = given('2022-07-01T00:00:00.000Z');
  expect((await list(ALL, PAGE)).rows).toEqual([]);
  expect(audit.notes).toEqual([]);
});
