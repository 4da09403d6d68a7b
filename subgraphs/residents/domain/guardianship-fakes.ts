import { fakeTrail } from '../../kit/audit/fake-trail.ts';
import { systemIdentity, type Identity } from '../../kit/identity.ts';
import type { Guardian, Guardianship } from './guardianship.ts';
import type { GuardianOffer } from './guardianship-store.ts';
import { guardianshipUseCases } from './guardianships.ts';
import type { Consent, Resident } from './resident.ts';

const REGION = '330000';
/** The instant at which tests look. */
export const NOW = new Date('2022-07-01T04:00:00Z');
const place = (end: number) => `${REGION}-${'0'.repeat(25)}${end}`;
/** A registered guardian, a child, somebody of 15 and an elder, each with a registration. */
export const [PARENT, CHILD, YOUTH, ELDER] = [place(1), place(2), place(3), place(4)];

function session(subject: string, residents: readonly string[]): Identity {
  return { ...systemIdentity(subject, REGION), kind: 'RESIDENT', residents, scopes: ['self'] };
}

/** The guardian's session, which acts for the child. */
export const parent = session('parent', [PARENT, CHILD]);
/** The sessions of a youth and of an elder, each for themselves. */
export const youth = session('youth', [YOUTH]);
/** The same for the elder. */
export const elder = session('elder', [ELDER]);
/** An official at a desk who also reviews. */
export const official: Identity = {
  ...systemIdentity('desk', REGION),
  ...{ kind: 'OFFICIAL', scopes: ['registration:write', 'registration:review'] },
};
/** What an official vouches for. */
export const SEEN = { documentSeen: true, consent: 'SIGNED_FORM' } as const;

/** A guardianship of the parent that ends in a month. */
export const standing: Guardianship = {
  ...{ guardianId: PARENT, guardianName: '周*', until: new Date('2022-08-01T00:00:00Z') },
  ...{ renewalAskedAt: null, renewalRefusal: null },
};

function aResident(id: string, birthDate: string, guardianship: Guardianship | null): Resident {
  return {
    ...{ region: REGION, id, birthDate, guardianship, state: 'REGISTERED', documentType: '01' },
    ...{ maskedName: '周*', division: '330212', sourceRegion: null, receivedAt: NOW, dueAt: NOW },
    ...{ reviewedAt: NOW, reviewReason: null },
  };
}

/** What a test changes of the usual. */
export interface Changed {
  readonly child?: Guardianship | null;
  readonly youth?: Guardianship | null;
  readonly elder?: Guardianship | null;
  readonly wards?: number;
  /** Somebody else changed it meanwhile. */
  readonly changed?: boolean;
}

/** Use cases over a store that remembers. */
export function setUp(given: Changed = {}) {
  const { child = standing, wards = 0, changed = false } = given;
  const known = new Map([
    [PARENT, aResident(PARENT, '1980-02-03', null)],
    [CHILD, aResident(CHILD, '2015-01-01', child)],
    [YOUTH, aResident(YOUTH, '2007-01-01', given.youth ?? null)],
    [ELDER, aResident(ELDER, '1940-01-01', given.elder ?? null)],
  ]);
  const accounts = new Map([...[[PARENT, 'parent'] as const, [ELDER, 'elder'] as const]]);
  const begun: { ward: string; guardian: Guardian; until: Date }[] = [];
  const ended: string[] = [];
  const consents: Consent[] = [];
  const scopes: string[] = [];
  let offers: GuardianOffer[] = [];
  const audit = fakeTrail();
  let clock = NOW;
  function put(ward: Resident, guardianship: Guardianship | null): Promise<boolean> {
    if (!changed) known.set(ward.id, { ...ward, guardianship });
    return Promise.resolve(!changed);
  }
  const useCases = guardianshipUseCases({
    audit,
    now: () => clock,
    newId: (region) => `${region}-NEW`,
    inNameOf: (region, id, work) => (scopes.push(`${region} ${id}`), work()),
    codes: { make: () => 'CODE', hashOf: (code) => Buffer.from(code) },
    store: {
      find: (id) => Promise.resolve(known.get(id) ?? null),
      addConsent: (consent) => Promise.resolve(void consents.push(consent)),
      lockGuardian: (id) =>
        Promise.resolve(
          known.has(id) ? { id, maskedName: '周*', account: accounts.get(id) ?? null } : null,
        ),
      countWards: () => Promise.resolve(wards),
      begin(ward, guardian, until) {
        begun.push({ ward: ward.id, guardian, until });
        return put(ward, { ...standing, guardianId: guardian.id, until });
      },
      end(ward) {
        ended.push(ward.id);
        return put(ward, null);
      },
      saveRenewal: put,
      renewals: () => Promise.resolve({ rows: [], total: () => Promise.resolve(0) }),
      offer: (offer) => Promise.resolve(void (offers = [...offers, offer])),
      takeOffer(region, hash, at) {
        const found = offers.find(
          (one) =>
            one.region === region && Buffer.from(hash).equals(one.codeHash) && at < one.expiresAt,
        );
        offers = offers.filter((one) => one !== found);
        return Promise.resolve(found?.residentId ?? null);
      },
    },
  });
  return {
    ...{ ...useCases, begun, ended, consents, scopes, audit, known },
    later(ms: number) {
      clock = new Date(clock.getTime() + ms);
    },
  };
}
