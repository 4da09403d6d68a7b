import { describe, expect, it } from 'vitest';
import {
  birthDateIn,
  faultsOfParticulars,
  faultsOfRefusal,
  NO_PARTICULARS,
  type Particulars,
} from './particulars.ts';

const GIVEN: Particulars = {
  ...{ documentType: 'TAIWAN_PERMIT', documentNumber: '12345678', name: '样林' },
  ...{ birthDate: '1990-03-17', phone: '', division: '330102' },
};
const MYSELF = { child: false, registers: true, today: '2022-11-24' };
const found = (faults: object) => Object.entries(faults).filter(([, key]) => key !== undefined);

describe('what an applicant puts down', () => {
  it('may leave out the phone, nothing else', () => {
    expect(found(faultsOfParticulars(GIVEN, MYSELF))).toEqual([]);
    expect(found(faultsOfParticulars(NO_PARTICULARS, MYSELF)).map(([field]) => field)).toEqual([
      ...['documentType', 'documentNumber', 'name', 'birthDate', 'division'],
    ]);
  });

  it.each([
    ['tomorrow', '2022-11-25', false, 'check.birthDate'],
    ['13 years old, by oneself', '2008-11-25', false, 'check.guardianId'],
    ['14 years old, by oneself', '2008-11-24', false, undefined],
    ['13 years old, as a child', '2008-11-25', true, undefined],
    ['14 years old, as a child', '2008-11-24', true, 'register.tooOld'],
  ])('born %s', (_what, birthDate, child, fault) => {
    expect(faultsOfParticulars({ ...GIVEN, birthDate }, { ...MYSELF, child })).toMatchObject({
      birthDate: fault,
    });
  });

  it('is for a place where a region registers', () => {
    expect(found(faultsOfParticulars(GIVEN, { ...MYSELF, registers: false }))).toEqual([
      ['division', 'check.division'],
    ]);
  });

  it.each([
    ['RESIDENT_ID', '33010219900317001X', '1990-03-17'],
    ['RESIDENT_ID', '３３０１０２１９９００３１７００１ｘ', '1990-03-17'],
    ['RESIDENT_ID', '3301021990', null],
    ['PASSPORT', '33010219900317001X', null],
  ] as const)('%s %s says the date of birth %s', (documentType, documentNumber, birthDate) => {
    expect(birthDateIn({ ...GIVEN, documentType, documentNumber })).toBe(birthDate);
  });
});

it('a refusal is said at the field it names', () => {
  expect(faultsOfRefusal(['documentNumber', 'guardianId', 'desk.consent'])).toEqual({
    documentNumber: 'check.documentNumber',
    birthDate: 'check.guardianId',
    'desk.consent': 'error.BAD_USER_INPUT',
  });
});
