import { describe, expect, it } from 'vitest';
import { fakeTrail } from '../../kit/audit/fake-trail.ts';
import type { Identity } from '../../kit/identity.ts';
import { isEntry, tripUseCases, type NewTrip, type Trip } from './trip.ts';

const NOW = new Date('2022-12-02T00:00:00.000Z');
const residentId = `330100-${'0'.repeat(26)}`;
const me: Identity = {
  ...{ kind: 'RESIDENT', subject: 'me', scopes: ['self'], grants: [], regions: ['330100'] },
  ...{ residents: [residentId], purposes: [], agency: null },
};
const hangzhou = { country: 'CN', division: '330106' };
const abroad = { country: 'SG', division: null };

function aTrip(more: Partial<NewTrip> = {}): NewTrip {
  return {
    ...{ residentId, mode: 'FLIGHT', number: 'CA404', from: abroad, to: hangzhou },
    departedAt: new Date('2022-12-01T00:00:00.000Z'),
    arrivedAt: new Date('2022-12-01T06:00:00.000Z'),
    ...more,
  };
}

function declared(input: NewTrip): Promise<Trip> {
  const store = { add: () => Promise.resolve(), find: () => Promise.resolve(null) };
  const ofResident = () => Promise.resolve({ rows: [], total: () => Promise.resolve(0) });
  const cases = tripUseCases({
    ...{ store: { ...store, ofResident }, audit: fakeTrail(), now: () => NOW },
    ...{ newId: (region) => `${region}-1`, isDivision: (code) => code === '330106' },
  });
  return cases.declare(input, me);
}

describe('a trip', () => {
  it.each<[string, Partial<NewTrip>, string]>([
    ['to a division that is none', { to: { country: 'CN', division: '339999' } }, 'to.division'],
    ['to home without a division', { to: { country: 'CN', division: null } }, 'to.division'],
    [
      'from abroad with a division',
      { from: { country: 'SG', division: '330106' } },
      'from.division',
    ],
    ['from no country', { from: { country: 'Singapore', division: null } }, 'from.country'],
    ['with a name for a number', { number: 'seat of 王样例' }, 'number'],
    ['that ends as it begins', { arrivedAt: new Date('2022-12-01T00:00:00.000Z') }, 'arrivedAt'],
    ['that has not ended', { arrivedAt: new Date('2022-12-02T00:01:00.001Z') }, 'arrivedAt'],
    ['of more than 28 days ago', { departedAt: new Date(0), arrivedAt: new Date(1) }, 'arrivedAt'],
  ])('%s is refused', async (_title, more, field) => {
    await expect(declared(aTrip(more))).rejects.toMatchObject({
      ...{ code: 'BAD_USER_INPUT', fields: [`input.${field}`] },
    });
  });

  it('is kept under the region of the registration', async () => {
    expect(await declared(aTrip())).toMatchObject({ region: '330100', declaredAt: NOW });
  });

  it("is nobody else's", async () => {
    const other = `330100-${'1'.repeat(26)}`;
    await expect(declared(aTrip({ residentId: other }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it.each([
    [abroad, hangzhou, true],
    [hangzhou, abroad, false],
    [hangzhou, hangzhou, false],
    [abroad, { country: 'TH', division: null }, false],
  ])('from %j to %j enters the country: %s', (from, to, entry) => {
    expect(isEntry({ from, to })).toBe(entry);
  });
});
