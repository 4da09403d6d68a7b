import type { AuditTrail } from '../../../kit/audit/trail.ts';
import { DomainError } from '../../../kit/domain-error.ts';
import { requireRegion, type Identity } from '../../../kit/identity.ts';
import type { Page, Rows } from '../../../kit/page.ts';
import { checkedReason } from '../../../kit/reason.ts';
import { STAY_DAYS } from '../stay.ts';
import { lastContactOf, type Span } from './presence.ts';
import { refuse, type VenueStore } from './venue.ts';
import type { Visit } from './visit.ts';

/** That a case was at a venue, as an official declares it. */
export interface Outbreak extends Span {
  readonly region: string;
  readonly id: string;
  readonly venueId: string;
  /** The case's DETECTED result. */
  readonly citation: string;
  readonly reason: string;
  readonly declaredAt: Date;
  readonly declaredBy: string;
  /** Null: it stands. */
  readonly withdrawnAt: Date | null;
  readonly withdrawReason: string | null;
}

/** What an official declares. */
export type NewOutbreak = Pick<Outbreak, 'venueId' | 'from' | 'until' | 'reason'> & {
  readonly testResultId: string;
};

/** A visit during an outbreak, and until when it met it. */
export interface Contact {
  readonly visit: Visit;
  readonly lastContactAt: Date;
}

/** Somebody who was told of an outbreak. */
export interface Told {
  readonly visitId: string;
  readonly residentId: string;
  /** The notice that told it: one for each visit and outbreak. */
  readonly noticeId: string;
  readonly lastContactAt: Date;
}

/** Outbreaks, kept. */
export interface OutbreakStore {
  /** Keeps an outbreak, once the visits to the venue that are being written are there. */
  add(outbreak: Outbreak): Promise<void>;
  find(id: string): Promise<Outbreak | null>;
  /** Outbreaks at a venue, the one declared last leads. */
  ofVenue(venueId: string, page: Page): Promise<Rows<Outbreak>>;
  /** How many were told of each outbreak, in the order of the ids. */
  contactCounts(outbreakIds: readonly string[]): Promise<readonly number[]>;
  /** Who was told of an outbreak, the last contact leads. */
  told(outbreakId: string, page: Page): Promise<Rows<Told>>;
  /** Outbreaks at the venue of a visit that stand and may overlap it. */
  ofVisit(visit: Visit): Promise<readonly Outbreak[]>;
  /** The next visits that overlap an outbreak, by arrival and id; none when there are no more. */
  visitsDuring(outbreak: Outbreak, after: Visit | null): Promise<readonly Visit[]>;
  /** Tells of contacts, each once for an outbreak, and keeps that it was told. Atomic. */
  tell(outbreak: Outbreak, contacts: readonly Contact[]): Promise<void>;
  /** Whether a result stands, says DETECTED, and is of a sample of a span: nothing else is learned of it. */
  isDetected(testResultId: string, sampled: Span): Promise<boolean>;
}

/** What the use cases need. */
export interface OutbreakPorts {
  readonly store: OutbreakStore;
  readonly venues: VenueStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** An outbreak may last so long beyond now: a venue is not emptied at once. */
const AHEAD_MS = 24 * HOUR_MS;
/** Longest outbreak, in days. */
const SPAN_DAYS = 14;
/** The case's sample is of at most so many days before it began, or after it ended: an old case is near nobody. */
const NEAR_DAYS = 14;

/** When the sample was taken that an outbreak may cite. */
function sampledFor({ from, until }: Span): Span {
  const near = NEAR_DAYS * DAY_MS;
  return { from: new Date(from.getTime() - near), until: new Date(until.getTime() + near) };
}

/** Use cases of outbreaks at venues. Source: RULES.md §7; SECURITY.md, invariants 3 and 4. */
export function outbreakUseCases({ store, venues, audit, now, newId }: OutbreakPorts) {
  function checkSpan({ from, until }: Span, at: Date): void {
    if (from >= until || until.getTime() - from.getTime() > SPAN_DAYS * DAY_MS) {
      refuse('until', `An outbreak ends after it began, within ${SPAN_DAYS} days.`);
    }
    if (until.getTime() > at.getTime() + AHEAD_MS) {
      refuse('until', 'An outbreak is declared for at most one day ahead.');
    }
    if (from > at || at.getTime() - from.getTime() > STAY_DAYS * DAY_MS) {
      refuse('from', `An outbreak began within the last ${STAY_DAYS} days.`);
    }
  }

  async function tellAll(outbreak: Outbreak): Promise<number> {
    let told = 0;
    let last: Visit | null = null;
    for (;;) {
      const visits: readonly Visit[] = await store.visitsDuring(outbreak, last);
      last = visits.at(-1) ?? null;
      if (!last) return told;
      const contacts = visits.flatMap((visit) => {
        const lastContactAt = lastContactOf(visit, outbreak, outbreak.declaredAt);
        return lastContactAt ? [{ visit, lastContactAt }] : [];
      });
      await store.tell(outbreak, contacts);
      told += contacts.length;
    }
  }

  return {
    /**
     * Declares an outbreak and tells everybody who was there.
     * @throws {DomainError} NOT_FOUND, REGION_OUT_OF_SCOPE, BAD_USER_INPUT
     */
    async declare(input: NewOutbreak, by: Identity): Promise<Outbreak> {
      const { venueId, from, until, testResultId: citation } = input;
      const reason = checkedReason(input.reason);
      const declaredAt = now();
      checkSpan(input, declaredAt);
      const venue = await venues.find(venueId);
      if (!venue) {
        throw new DomainError('NOT_FOUND', 'No such venue.', { fields: ['input.venueId'] });
      }
      const { region } = venue;
      requireRegion(by, region);
      if (!(await store.isDetected(citation, sampledFor(input)))) {
        refuse(
          'testResultId',
          `An outbreak cites a detected result of ${NEAR_DAYS} days around it.`,
        );
      }
      const outbreak: Outbreak = {
        ...{ region, id: newId(region), venueId, from, until, citation, reason },
        ...{ declaredAt, declaredBy: by.subject, withdrawnAt: null, withdrawReason: null },
      };
      await store.add(outbreak);
      const contacts = await tellAll(outbreak);
      audit.note({
        ...{ region, action: 'OUTBREAK_DECLARED', objectId: outbreak.id, reason },
        detail: {
          ...{ citation, contacts, venueId },
          ...{ from: from.toISOString(), until: until.toISOString() },
        },
      });
      return outbreak;
    },

    /**
     * Who was told of an outbreak; that it was looked at is logged.
     * @throws {DomainError} NOT_FOUND
     */
    async contacts(outbreakId: string, page: Page): Promise<Rows<Told>> {
      const outbreak = await store.find(outbreakId);
      if (!outbreak) {
        throw new DomainError('NOT_FOUND', 'No such outbreak.', { fields: ['outbreakId'] });
      }
      const found = await store.told(outbreakId, page);
      const cases = Math.min(found.rows.length, page.first);
      const { region } = outbreak;
      audit.note({ region, action: 'CASES_LISTED', objectId: outbreakId, detail: { cases } });
      return found;
    },

    /** Tells of the declared outbreaks that a visit, just kept, falls into. */
    async tellOf(visit: Visit): Promise<void> {
      const { region, residentId, arrivedAt } = visit;
      for (const outbreak of await store.ofVisit(visit)) {
        const lastContactAt = lastContactOf(visit, outbreak, arrivedAt);
        if (!lastContactAt) continue;
        await store.tell(outbreak, [{ visit, lastContactAt }]);
        // Not where: the log outlives the visit.
        audit.note({
          ...{ region, action: 'CONTACT_NOTICED', residentId, objectId: visit.id },
          detail: { lastContactAt: lastContactAt.toISOString() },
        });
      }
    },
  };
}
