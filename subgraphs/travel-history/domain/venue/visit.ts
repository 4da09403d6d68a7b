import type { AuditTrail } from '../../../kit/audit/trail.ts';
import { DomainError } from '../../../kit/domain-error.ts';
import { againstResident, requireResident, type Identity } from '../../../kit/identity.ts';
import type { Page, Rows } from '../../../kit/page.ts';
import { presenceOf } from './presence.ts';
import { refuse, type VenueStore } from './venue.ts';
import { codeHolds, venueOfCode, type CodeMac } from './venue-code.ts';

/** A visit of a resident to a venue. */
export interface Visit {
  readonly region: string;
  readonly id: string;
  readonly residentId: string;
  readonly venueId: string;
  readonly arrivedAt: Date;
  /** Null when they did not say. */
  readonly leftAt: Date | null;
  readonly recordedBy: string;
}

/** What a resident scans. */
export interface Scan {
  readonly residentId: string;
  readonly code: string;
}

/** Visits, kept. */
export interface VisitStore {
  /** Keeps a visit; whoever declares an outbreak at the venue waits until the transaction ends. */
  add(visit: Visit): Promise<void>;
  find(id: string): Promise<Visit | null>;
  /** Visits of a resident, the newest leads. */
  ofResident(residentId: string, page: Page): Promise<Rows<Visit>>;
  /** Keeps when somebody left, unless they had; false then. Atomic. */
  leave(visit: Visit, leftAt: Date): Promise<boolean>;
}

/** What the use cases need. */
export interface VisitPorts {
  readonly store: VisitStore;
  readonly venues: VenueStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  readonly mac: CodeMac;
  /** Tells of the outbreaks that a visit which was just kept falls into. */
  readonly tell: (visit: Visit) => Promise<void>;
}

/** Use cases of visits. Source: RULES.md §6; SECURITY.md, invariant 4. */
export function visitUseCases({ store, venues, audit, now, newId, mac, tell }: VisitPorts) {
  return {
    /** Takes in what a resident scanned. @throws {DomainError} NOT_FOUND, BAD_USER_INPUT */
    async visit({ residentId, code }: Scan, by: Identity): Promise<Visit> {
      const region = requireResident(by, residentId);
      const arrivedAt = now();
      const venueId = venueOfCode(code);
      const keyed = venueId === null ? null : await venues.keyed(venueId);
      // Wrong, old or of another region: it is not told apart, so that nothing is to be learned.
      if (
        keyed?.venue.region !== region ||
        !codeHolds(code, keyed.venue.id, keyed.secret, arrivedAt, mac)
      ) {
        refuse('code', 'This is no code that a venue of your region shows now.');
      }
      const visit: Visit = {
        ...{ region, id: newId(region), residentId, venueId: keyed.venue.id },
        ...{ arrivedAt, leftAt: null, recordedBy: by.subject },
      };
      await store.add(visit);
      // Not where: the log outlives the visit.
      audit.note({ region, action: 'VENUE_VISITED', residentId, objectId: visit.id });
      await tell(visit);
      return visit;
    },

    /**
     * Says that somebody leaves now. After two hours a visit is over, whether they said so or not.
     * @throws {DomainError} NOT_FOUND, ILLEGAL_TRANSITION
     */
    async leave(id: string, by: Identity): Promise<Visit> {
      const visit = await store.find(id);
      if (!visit || againstResident(by, visit.residentId)) {
        throw new DomainError('NOT_FOUND', 'No such visit.', { fields: ['visitId'] });
      }
      const leftAt = now();
      if (presenceOf(visit).until <= leftAt || !(await store.leave(visit, leftAt))) {
        throw new DomainError('ILLEGAL_TRANSITION', 'This visit is over.');
      }
      const { region, residentId } = visit;
      audit.note({ region, action: 'VENUE_LEFT', residentId, objectId: id });
      return { ...visit, leftAt };
    },
  };
}
