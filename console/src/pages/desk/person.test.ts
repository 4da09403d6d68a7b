import { describe, expect, it } from 'vitest';
import { birthDateIn, emptyPerson, faultsIn, missingIn } from './person.ts';

describe('the day of birth in a document number', () => {
  it.each([
    { documentNumber: '330106199003071234', day: '1990-03-07' },
    { documentNumber: ' ３３０１０６ 19900307 123x ', day: '1990-03-07' },
    { documentNumber: '330106199002301234', day: null },
    { documentNumber: '330106199013011234', day: null },
    { documentNumber: '33010619900307123', day: null },
    { documentNumber: '', day: null },
  ])('$documentNumber says $day', ({ documentNumber, day }) => {
    expect(birthDateIn({ documentType: 'RESIDENT_ID', documentNumber })).toBe(day);
  });

  it('is looked for in resident IDs only', () => {
    const documentNumber = '330106199003071234';
    expect(birthDateIn({ documentType: 'OTHER', documentNumber })).toBeNull();
  });
});

describe('a form', () => {
  it('says what is missing, in its order', () => {
    expect(missingIn(emptyPerson('330100'))).toEqual([
      ...['field.documentNumber', 'field.name', 'field.birthDate'],
      ...['desk.comparison', 'desk.consent'],
    ]);
    const full = { documentNumber: 'H12345678', name: '周样甲', birthDate: '1990-03-07' };
    const seen = { documentSeen: true, consent: 'SPOKEN' as const };
    expect(missingIn({ ...emptyPerson('330100'), ...full, ...seen })).toEqual([]);
    expect(missingIn({ ...emptyPerson(undefined), ...full, ...seen })).toEqual(['field.division']);
    expect(missingIn({ ...emptyPerson('330100'), ...full, ...seen, name: ' ' })).toEqual([
      'field.name',
    ]);
  });
});

describe('a refusal', () => {
  const form = emptyPerson('330100');

  it('names the fields it is about', () => {
    expect(faultsIn(['phone', 'name'], form)).toEqual({ phone: 'check.phone', name: 'check.name' });
    expect(faultsIn(['guardianId'], form)).toEqual({ birthDate: 'check.guardianId' });
    expect(faultsIn(['residentId'], form)).toEqual({});
  });

  it('names the check digit when the rest of the number fits', () => {
    const named = ['documentNumber'];
    const number = { ...form, documentNumber: '330106199003071234' };
    expect(faultsIn(named, number)).toEqual({ documentNumber: 'check.checkDigit' });
    expect(faultsIn(named, { ...number, documentNumber: '1' })).toEqual({
      documentNumber: 'check.documentNumber',
    });
  });
});
