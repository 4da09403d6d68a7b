import { describe, expect, it } from 'vitest';
import { timelineOf } from './timeline.ts';

const person = {
  ...{ id: 'p', receivedAt: '2022-11-01T00:00:00.000Z', reviewedAt: null },
  ...{ state: 'RECEIVED' as const, reviewReason: null },
};
const test = {
  ...{ id: 't', sampleCollectedAt: '2022-11-03T00:00:00.000Z', laboratory: '甲' },
  ...{ result: 'NOT_DETECTED' as const, method: 'NUCLEIC_ACID' as const },
};
const stay = {
  id: 's',
  division: '330100',
  community: null,
  arrivedAt: '2022-11-02T00:00:00.000Z',
  leftAt: null,
};
// A day begins at 16:00 UTC of the day before: this one is after the stay.
const dose = {
  ...{ id: 'v', product: 'CoronaVac', doseNumber: 1, seriesDoses: 2, center: '乙' },
  vaccinatedOn: '2022-11-03',
};
const trip = {
  ...{ id: 'r', mode: 'TRAIN' as const, number: 'G7', departedAt: '2022-11-02T16:00:00.000Z' },
  ...{ from: { country: 'CN', division: '310000' }, to: { country: 'CN', division: '330100' } },
  arrivedAt: '2022-11-02T17:00:00.000Z',
};
const none = { nodes: [] };

describe('the timeline of a resident', () => {
  it('holds what is known, newest first', () => {
    const entries = timelineOf({
      person,
      code: null,
      health: {
        ...{ id: 'p', tests: { nodes: [test] } },
        ...{ declarations: none, checkIns: none, isolationOrders: none, contactNotices: none },
        vaccinations: { nodes: [dose] },
      },
      travel: { id: 'p', stays: { nodes: [stay] }, trips: { nodes: [trip] } },
    });
    expect(entries.map(({ kind }) => kind)).toEqual([
      ...['TEST', 'TRIP', 'VACCINATION', 'STAY', 'REGISTRATION'],
    ]);
  });

  it('begins with the registration, at its review once there was one', () => {
    const reviewed = { ...person, reviewedAt: '2022-11-05T00:00:00.000Z' };
    expect(timelineOf({ person })).toMatchObject([{ at: person.receivedAt }]);
    expect(timelineOf({ person: reviewed })).toMatchObject([{ at: reviewed.reviewedAt }]);
  });
});
