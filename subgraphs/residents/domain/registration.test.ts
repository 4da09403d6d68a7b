import { describe, expect, it } from 'vitest';
import { fakeTrail } from '../../kit/audit/fake-trail.ts';
import { systemIdentity, type Identity } from '../../kit/identity.ts';
import { checkDigit } from '../../kit/standards/resident-id.ts';
import { registrationUseCases } from './registration.ts';
import type { Consent, NewResident, Particulars, PersonKey, Resident } from './resident.ts';

const REGION = '330000';
const NOW = new Date('2022-07-01T04:00:00Z');
const GUARDIAN = `${REGION}-${'0'.repeat(25)}1`;
const APPLICANT = `${REGION}-${'0'.repeat(25)}2`;
const desk: Identity = {
  ...systemIdentity('desk', REGION),
  ...{ kind: 'OFFICIAL', scopes: ['registration:review'] },
};

function numberOf(birthDate: string): string {
  const first17 = `330102${birthDate.replaceAll('-', '')}001`;
  return first17 + checkDigit(first17);
}

function given(more: Partial<Particulars> = {}): Particulars {
  const birthDate = more.birthDate ?? '1980-02-03';
  return {
    ...{ name: '周样甲', documentType: '01', documentNumber: numberOf(birthDate), birthDate },
    ...{ phone: null, division: '330212', guardianId: null, ...more },
  };
}

type Reviewed = 'STORED' | 'DONE' | 'TAKEN';

function setUp({ wards = 0, reviewed = 'STORED' }: { wards?: number; reviewed?: Reviewed } = {}) {
  const added: NewResident[] = [];
  const stored: string[] = [];
  const consents: Consent[] = [];
  const looked: PersonKey[] = [];
  const resident: Resident = {
    ...{
      region: REGION,
      id: GUARDIAN,
      state: 'REGISTERED',
      documentType: '01',
      maskedName: '周*甲',
    },
    ...{ birthDate: '1980-02-03', division: '330212', guardianship: null, receivedAt: NOW },
    ...{ dueAt: NOW, reviewedAt: null, reviewReason: null, sourceRegion: null },
  };
  const audit = fakeTrail();
  const useCases = registrationUseCases({
    audit,
    store: {
      find: (id) =>
        Promise.resolve(
          { [GUARDIAN]: resident, [APPLICANT]: { ...resident, id, state: 'RECEIVED' as const } }[
            id
          ] ?? null,
        ),
      add: (one) => Promise.resolve(void added.push(one)),
      addConsent: (consent) => Promise.resolve(void consents.push(consent)),
      findPerson: (key) => Promise.resolve((looked.push(key), [])),
      lockGuardian: (id) =>
        Promise.resolve(id === GUARDIAN ? { id, maskedName: '周*甲', account: 'home' } : null),
      countWards: () => Promise.resolve(wards),
      review: (_resident, { state }) => Promise.resolve((stored.push(state), reviewed)),
    },
    now: () => NOW,
    newId: (region) => `${region}-NEW`,
    inNameOf: (_region, _id, work) => work(),
    registrarOf: (division) => Promise.resolve(division.startsWith('33') ? REGION : null),
  });
  return { ...useCases, added, stored, consents, looked, audit };
}

describe('registration', () => {
  it('§1.1 is stored by the region of present stay, with a masked name', async () => {
    const { register, added } = setUp();
    expect(await register(given(), desk)).toMatchObject({
      region: REGION,
      state: 'RECEIVED',
      maskedName: '周*甲',
    });
    expect(added).toMatchObject([{ region: REGION, account: null, receivedAt: NOW }]);
  });

  it.each([
    ['§1.1 no region registers there', { division: '440106' }, 'input.division'],
    [
      '§1.2 a wrong check character',
      { documentNumber: numberOf('1980-02-03').slice(0, 17) + '?' },
      'input.documentNumber',
    ],
    [
      '§1.2 another birth date',
      { birthDate: '1980-02-04', documentNumber: numberOf('1980-02-03') },
      'input.birthDate',
    ],
    ['§1.2 a birth date to come', { birthDate: '2022-07-02' }, 'input.birthDate'],
    ['a name that is none', { name: '<b>' }, 'input.name'],
    ['a phone number that is none', { phone: 'call me' }, 'input.phone'],
    ['§1.4 a child of 13 without guardian', { birthDate: '2008-07-02' }, 'input.guardianId'],
  ])('%s is refused by field, without its value', async (_title, more, field) => {
    const refusal = setUp().register(given(more), desk);
    await expect(refusal).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [field] });
    const message = await refusal.catch((error: unknown) => String(error));
    for (const value of Object.values(more)) expect(message).not.toContain(value);
  });

  it('§1.4 takes a child of 14 by itself, and one of 13 with a guardian', async () => {
    const { register, added } = setUp();
    await register(given({ birthDate: '2008-07-01' }), desk);
    await register(given({ birthDate: '2008-07-02', guardianId: GUARDIAN }), desk);
    expect(added).toHaveLength(2);
  });

  it.each([
    [5, true],
    [6, false],
  ])('§1.4 a guardian of %i may have another ward: %s', async (wards, taken) => {
    const { register, added } = setUp({ wards });
    await register(given({ birthDate: '2015-01-01', guardianId: GUARDIAN }), desk).catch(
      () => undefined,
    );
    expect(added).toHaveLength(taken ? 1 : 0);
  });

  it('§8.3 of 14 or more names a guardian at a desk only, with the consent', async () => {
    const grown = given({ birthDate: '2008-07-01', guardianId: GUARDIAN });
    const { register, added, consents } = setUp();
    const person: Identity = { ...desk, kind: 'RESIDENT', residents: [GUARDIAN] };
    for (const by of [person, desk]) {
      await expect(register(grown, by)).rejects.toMatchObject({ fields: ['input.guardianId'] });
    }
    expect(added).toEqual([]);
    await register(grown, desk, { documentSeen: true, consent: 'SPOKEN' });
    expect([added.length, consents.length]).toEqual([1, 1]);
  });

  it('§8.2 of a ward has no account of its own, and an end once it is reviewed', async () => {
    const child = given({ birthDate: '2015-01-01', guardianId: GUARDIAN });
    const { register, added } = setUp();
    const person: Identity = { ...desk, kind: 'RESIDENT', residents: [GUARDIAN] };
    const guardian = { id: GUARDIAN, maskedName: '周*甲', account: 'home' };
    expect((await register(child, person)).guardianship).toMatchObject({ until: null });
    expect(added).toMatchObject([{ account: null, guardian }]);
    const seen = { documentSeen: true, consent: 'SPOKEN' } as const;
    const until = new Date('2023-06-30T16:00:00Z');
    expect((await register(child, desk, seen)).guardianship).toMatchObject({ until });
  });

  it('§1.5 is refused in a region that is not granted', async () => {
    const elsewhere: Identity = { ...systemIdentity('desk', '510000'), kind: 'OFFICIAL' };
    await expect(setUp().register(given(), elsewhere)).rejects.toMatchObject({
      code: 'REGION_OUT_OF_SCOPE',
    });
  });
});

describe('its review', () => {
  it.each([
    { reviewed: 'STORED', code: undefined },
    { reviewed: 'DONE', code: 'ILLEGAL_TRANSITION' },
    { reviewed: 'TAKEN', code: 'CONFLICT' },
  ] as const)('§2 answers $reviewed with $code', async ({ reviewed, code }) => {
    const { review } = setUp({ reviewed });
    const answer = review(APPLICANT, 'APPROVE', null, desk);
    if (code) await expect(answer).rejects.toMatchObject({ code });
    else expect(await answer).toMatchObject({ state: 'REGISTERED', reviewedAt: NOW });
  });

  it('§2.1 is not done twice', async () => {
    await expect(setUp().review(GUARDIAN, 'APPROVE', null, desk)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });

  it.each([
    [null, false],
    ['12345', false],
    ['123456', true],
    ['x'.repeat(500), true],
    ['x'.repeat(501), false],
  ])('§2.2 a rejection with the reason %j is taken: %s', async (reason, taken) => {
    const { review, stored } = setUp();
    await review(APPLICANT, 'REJECT', reason, desk).catch(() => undefined);
    expect(stored).toEqual(taken ? ['REJECTED'] : []);
  });
});

describe('at a desk', () => {
  const seen = { documentSeen: true, consent: 'SIGNED_FORM' } as const;

  it('§1.6 registers at once and records the consent', async () => {
    const { register, stored, consents } = setUp();
    const resident = await register(given(), desk, seen);
    expect(resident).toMatchObject({ state: 'REGISTERED', reviewedAt: NOW });
    expect(stored).toEqual(['REGISTERED']);
    expect(consents).toMatchObject([
      { residentId: resident.id, method: 'SIGNED_FORM', recordedBy: 'desk', recordedAt: NOW },
    ]);
  });

  it.each([
    ['§1.6 a document nobody looked at', desk, { ...seen, documentSeen: false }, 'BAD_USER_INPUT'],
    ['§1.6 a person at home', { ...desk, kind: 'RESIDENT' as const }, seen, 'FORBIDDEN'],
  ])('refuses %s', async (_title, by, given_, code) => {
    const { register, added } = setUp();
    await expect(register(given(), by, given_)).rejects.toMatchObject({ code });
    expect(added).toEqual([]);
  });

  it('§1.6 refuses a document that is registered here already', async () => {
    const { register } = setUp({ reviewed: 'TAKEN' });
    await expect(register(given(), desk, seen)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('looking a person up', () => {
  it('§4.1 asks for the canonical document and the name', async () => {
    const { findPerson, looked } = setUp();
    await findPerson({ name: ' 周样甲 ', documentType: '07', documentNumber: '０１２３ ４５６７' });
    expect(looked).toEqual([{ name: '周样甲', documentType: '07', documentNumber: '01234567' }]);
  });

  it('§4.1 refuses a number that does not fit its type', async () => {
    const { findPerson, looked } = setUp();
    const key = { name: '周样甲', documentType: '07', documentNumber: '1' } as const;
    await expect(findPerson(key)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(looked).toEqual([]);
  });
});
