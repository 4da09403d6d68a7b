import { describe, expect, it } from 'vitest';
import { anOfficial, fakeRecords, refusalOf, RESIDENT } from './record-fakes.ts';
import { vaccinationUseCases, type NewVaccination } from './vaccinations.ts';

const center = anOfficial('center');

function given() {
  const records = fakeRecords('2022-07-01T04:00:00.000Z');
  return { records, ...vaccinationUseCases(records) };
}

function aDose(changes: Partial<NewVaccination> = {}): NewVaccination {
  return {
    ...{ residentId: RESIDENT, vaccine: 'J07BX03', product: 'CoronaVac', manufacturer: 'Sinovac' },
    ...{ doseNumber: 1, seriesDoses: 2, vaccinatedOn: '2021-05-11', center: '样例接种点' },
    ...changes,
  };
}

describe('vaccinations', () => {
  it('§8.1 are kept, a row a dose, and are no evidence of a color', async () => {
    const { records, record } = given();
    const kept = await record(aDose({ product: ' CoronaVac ' }), center);
    expect(kept).toMatchObject({ product: 'CoronaVac', region: '330100', recordedBy: 'center' });
    expect(await record(aDose(), center)).toEqual(kept);
    await record(aDose({ doseNumber: 2, vaccinatedOn: '2021-06-11' }), center);
    expect(records.rows()).toBe(2);
    expect(records.events).toEqual([]);
  });

  it('§8.1 conflict with another product of the same dose', async () => {
    const { record } = given();
    await record(aDose(), center);
    const work = record(aDose({ product: 'BBIBP-CorV' }), center);
    expect(await refusalOf(work)).toEqual({ code: 'CONFLICT' });
  });

  it.each<{ changes: Partial<NewVaccination>; field: string | null }>([
    { changes: { doseNumber: 9, seriesDoses: 9 }, field: null },
    { changes: { doseNumber: 10 }, field: 'doseNumber' },
    { changes: { doseNumber: 0 }, field: 'doseNumber' },
    { changes: { seriesDoses: 0 }, field: 'seriesDoses' },
    { changes: { vaccinatedOn: '2022-07-01' }, field: null },
    { changes: { vaccinatedOn: '2022-07-02' }, field: 'vaccinatedOn' },
    { changes: { vaccinatedOn: '2020-05-31' }, field: 'vaccinatedOn' },
    { changes: { product: '  ' }, field: 'product' },
    { changes: { center: 'x'.repeat(81) }, field: 'center' },
  ])('§8.2 are checked: $changes', async ({ changes, field }) => {
    const { records, record } = given();
    const work = record(aDose(changes), center);
    if (field === null) await work;
    else expect(await refusalOf(work)).toMatchObject({ fields: [`input.${field}`] });
    expect(records.rows()).toBe(field === null ? 1 : 0);
  });
});
