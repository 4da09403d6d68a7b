import { expect, it } from 'vitest';
import { faultOf, tripInput, type TripDraft } from './trip-draft.ts';

const NOW = new Date('2022-12-02T04:00:00.000Z'); // noon in Shanghai
const trip: TripDraft = {
  ...{ mode: 'FLIGHT', number: ' CA123 ', from: { country: 'SG', division: '310000' } },
  ...{ to: { country: 'CN', division: '330100' }, departedAt: '2022-12-01T20:00' },
  arrivedAt: '2022-12-02T02:30',
};

it.each<[string | null, Partial<TripDraft>]>([
  [null, {}],
  [null, { number: '' }],
  ['required', { mode: '' }],
  ['required', { departedAt: '' }],
  ['required', { from: { country: '', division: '' } }],
  ['required', { to: { country: 'CN', division: '' } }],
  ['wrongNumber', { number: 'CA 123' }],
  ['order', { arrivedAt: '2022-12-01T20:00' }],
  [null, { arrivedAt: '2022-12-02T12:00' }],
  ['future', { arrivedAt: '2022-12-02T12:01' }],
  [null, { departedAt: '2022-11-04T11:00', arrivedAt: '2022-11-04T12:00' }],
  ['old', { departedAt: '2022-11-04T11:00', arrivedAt: '2022-11-04T11:59' }],
])('%s is wrong with a trip: %j', (fault, more) => {
  expect(faultOf({ ...trip, ...more }, NOW)).toBe(fault);
});

it('a trip is sent with a division at home and a country abroad', () => {
  expect(tripInput('p', trip)).toEqual({
    ...{ residentId: 'p', mode: 'FLIGHT', number: 'CA123' },
    ...{ from: { country: 'SG', division: null }, to: { country: 'CN', division: '330100' } },
    ...{ departedAt: '2022-12-01T12:00:00.000Z', arrivedAt: '2022-12-01T18:30:00.000Z' },
  });
  expect(tripInput('p', { ...trip, mode: '' })).toBeNull();
});
