import { fakeTrail } from '../../kit/audit/fake-trail.ts';
import { systemIdentity, type Identity } from '../../kit/identity.ts';
import { conversionUseCases, type ConversionSeal } from './conversion.ts';
import type { ArrivedConversion, ConversionOffer, ConvertedIdentity } from './conversion.ts';
import type { ConversionText } from './conversion-text.ts';
import { registrationUseCases } from './registration.ts';
import type { Consent, NewResident, RegistrationState, Resident } from './resident.ts';

/** The regions of the tests: a resident of the first goes to the second. */
export const PAIR = { issuer: '330100', receiver: '510000' } as const;
/** The instant at which tests look. */
export const NOW = new Date('2022-07-01T04:00:00Z');
/** The registration that is offered. */
export const RESIDENT = `${PAIR.issuer}-${'0'.repeat(25)}1`;

const SECRET = 'S'.repeat(26);
const PARTICULARS = { documentType: '03', birthDate: '1980-02-03' } as const;
const HIDDEN = { name: '周样甲', documentNumber: 'E12345678', phone: '13900000000' };

/** The person, at home. */
export const person: Identity = {
  ...systemIdentity('person', PAIR.issuer),
  ...{ kind: 'RESIDENT', residents: [RESIDENT] },
};
/** The same, at the receiver, where nobody knows them. */
export const newcomer: Identity = { ...person, regions: [], residents: [] };
/** An official at a desk of a region. */
export const official = (region: string): Identity => ({
  ...systemIdentity('desk', region),
  kind: 'OFFICIAL',
});

// A seal that keeps what it hides beside what it opens for, so that a wrong place shows.
function aSeal(): ConversionSeal {
  const hidden = new Map<string, ConvertedIdentity>();
  const keyOf = ({ offerId, receiver, secret }: ConversionText) =>
    `${offerId} ${receiver} ${secret}`;
  return {
    newSecret: () => SECRET,
    seal(identity, place) {
      hidden.set(keyOf(place), identity);
      return Buffer.from('sealed');
    },
    open: (_sealed, place) => hidden.get(keyOf(place)) ?? null,
  };
}

/** What a test changes of the usual. */
export interface Changed {
  readonly state?: RegistrationState;
  readonly now?: Date;
  readonly taken?: boolean;
}

/** Both ends of a conversion over stores that remember; `carry` does what codes does between them. */
export function setUp({ state = 'REGISTERED', now = NOW, taken = false }: Changed = {}) {
  const offers: ConversionOffer[] = [];
  const added: NewResident[] = [];
  const consents: Consent[] = [];
  const scopes: string[] = [];
  const arrived = new Map<string, ArrivedConversion>();
  const audit = fakeTrail();
  let clock = now;
  const resident: Resident = {
    ...{ region: PAIR.issuer, id: RESIDENT, state, maskedName: '周*甲', ...PARTICULARS },
    ...{ division: '330106', guardianship: null, sourceRegion: null, receivedAt: NOW, dueAt: NOW },
    ...{ reviewedAt: NOW, reviewReason: null },
  };
  const addConsent = (consent: Consent) => Promise.resolve(void consents.push(consent));
  const find = (id: string) => {
    const made = added.find((one) => one.id === id);
    return Promise.resolve(id === RESIDENT || made ? { ...resident, ...made } : null);
  };
  const newId = (region: string) => `${region}-${'0'.repeat(25)}9`;
  const registration = registrationUseCases({
    ...{ audit, newId, now: () => clock },
    store: {
      ...{ find, addConsent },
      add: (one) => Promise.resolve(void added.push(one)),
      findPerson: () => Promise.resolve([]),
      lockGuardian: () => Promise.resolve(null),
      countWards: () => Promise.resolve(0),
      review: () => Promise.resolve(taken ? 'TAKEN' : 'STORED'),
    },
    inNameOf: (region, _id, work) => (scopes.push(region), work()),
    registrarOf: (division) =>
      Promise.resolve(division.startsWith('51') ? PAIR.receiver : PAIR.issuer),
  });
  const conversion = conversionUseCases({
    ...{ registration, seal: aSeal(), audit, newId, now: () => clock },
    store: {
      offer: (offer) => Promise.resolve(void offers.push(offer)),
      arrived: (region, id) => Promise.resolve(arrived.get(`${region} ${id}`) ?? null),
      markImported(region, id, imported) {
        const key = `${region} ${id}`;
        arrived.set(key, { ...arrived.get(key)!, imported });
        return Promise.resolve();
      },
    },
    residents: {
      ...{ find, addConsent },
      hidden: (id) => Promise.resolve(id === RESIDENT ? HIDDEN : null),
    },
  });
  return {
    ...{ conversion, offers, added, consents, scopes, audit },
    carry(issuer: string = PAIR.issuer) {
      for (const { id, receiver, sealed, expiresAt } of offers) {
        arrived.set(`${receiver} ${id}`, { issuer, sealed, expiresAt, imported: null });
      }
    },
    later(ms: number) {
      clock = new Date(clock.getTime() + ms);
    },
  };
}
