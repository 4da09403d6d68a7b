import type { AuditTrail } from '../../../kit/audit/trail.ts';
import { DomainError } from '../../../kit/domain-error.ts';
import { requireRegion, type Identity } from '../../../kit/identity.ts';
import type { Page, Rows } from '../../../kit/page.ts';
import { codeAt, type CodeMac, type VenueCode } from './venue-code.ts';

/** A place that people check in at with a code. */
export interface Venue {
  readonly region: string;
  readonly id: string;
  readonly name: string;
  /** GB/T 2260. */
  readonly division: string;
  readonly addedAt: Date;
  readonly addedBy: string;
}

/** What an official says of a venue. */
export type NewVenue = Pick<Venue, 'region' | 'name' | 'division'>;

/** A venue with what its codes are made under. */
export interface KeyedVenue {
  readonly venue: Venue;
  readonly secret: Uint8Array;
}

/** Venues, kept. */
export interface VenueStore {
  add(keyed: KeyedVenue): Promise<void>;
  find(id: string): Promise<Venue | null>;
  /** Venues of a region, or of all that may be seen; the one added last leads. */
  list(region: string | null, page: Page): Promise<Rows<Venue>>;
  /** Names of venues in the order of the ids; null for what is not there. */
  names(ids: readonly string[]): Promise<readonly (string | null)[]>;
  /** With its secret, which goes nowhere but into codes. */
  keyed(id: string): Promise<KeyedVenue | null>;
}

/** What the use cases need. */
export interface VenuePorts {
  readonly store: VenueStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  readonly newSecret: () => Uint8Array;
  readonly mac: CodeMac;
  readonly isDivision: (code: string) => boolean;
}

/** Longest name of a venue. */
const NAME_MAX = 100;

/** Refuses an input. @throws {DomainError} BAD_USER_INPUT */
export function refuse(field: string, message: string): never {
  throw new DomainError('BAD_USER_INPUT', message, { fields: [`input.${field}`] });
}

/** Whether a division lies in a region, which is a division itself. */
function liesIn(division: string, region: string): boolean {
  return division.startsWith(region.replace(/(00){1,3}$/, ''));
}

/** Use cases of venues. Source: RULES.md §6. */
export function venueUseCases(ports: VenuePorts) {
  const { store, audit, now, newId, newSecret, mac, isDivision } = ports;

  function check({ region, division }: NewVenue, by: Identity): void {
    if (!isDivision(division) || !liesIn(division, region)) {
      refuse('division', 'This is no division of GB/T 2260 in the region.');
    }
    // Registrations lie under the deepest region above a division, and visits with them.
    const deeper = by.regions.some(
      (one) => one !== region && liesIn(one, region) && liesIn(division, one),
    );
    if (deeper) refuse('region', 'A region below this one is nearer to the division.');
  }

  return {
    /** Adds a venue. @throws {DomainError} REGION_OUT_OF_SCOPE, BAD_USER_INPUT */
    async add(input: NewVenue, by: Identity): Promise<Venue> {
      const { region, division } = input;
      requireRegion(by, region);
      check(input, by);
      const name = input.name.trim().replace(/\s+/g, ' ');
      if (name === '' || name.length > NAME_MAX) {
        refuse('name', `A name has 1 to ${NAME_MAX} characters.`);
      }
      const who = { addedAt: now(), addedBy: by.subject };
      const venue = { region, id: newId(region), name, division, ...who };
      await store.add({ venue, secret: newSecret() });
      audit.note({ region, action: 'VENUE_ADDED', objectId: venue.id, detail: { division } });
      return venue;
    },

    /** The code that a venue shows now. @throws {DomainError} NOT_FOUND */
    async code(venueId: string): Promise<VenueCode> {
      const keyed = await store.keyed(venueId);
      if (!keyed) throw new DomainError('NOT_FOUND', 'No such venue.', { fields: ['venueId'] });
      return codeAt(venueId, keyed.secret, now(), mac);
    },
  };
}
