import type { AuditTrail } from '../../kit/audit/trail.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { requireRegion, type Identity } from '../../kit/identity.ts';

/** Who employs officials: an authority, a laboratory, a partner's company. */
export interface Agency {
  readonly region: string;
  /** Small letters, digits and hyphens. A second agency is told by it, whatever the region. */
  readonly id: string;
  readonly name: string;
}

/** Agencies, kept. */
export interface AgencyStore {
  /** Those within the scope, by id. */
  all(): Promise<readonly Agency[]>;
  find(id: string): Promise<Agency | null>;
  /** False when the id is taken here. Atomic. */
  add(agency: Agency): Promise<boolean>;
  /** Writes an agency as it is given, in place of an earlier one. For the command line. */
  put(agency: Agency): Promise<void>;
}

const ID = /^[a-z][a-z0-9-]{2,47}$/;

/** Use cases of agencies. */
export function agencyUseCases(store: AgencyStore, audit: AuditTrail) {
  return {
    /**
     * Adds an agency to a region of the caller.
     * @throws {DomainError} BAD_USER_INPUT, REGION_OUT_OF_SCOPE, CONFLICT
     */
    async add({ region, id, name }: Agency, by: Identity): Promise<Agency> {
      requireRegion(by, region);
      if (!ID.test(id)) {
        throw new DomainError('BAD_USER_INPUT', 'An id has small letters, digits and hyphens.', {
          fields: ['input.id'],
        });
      }
      const agency = { region, id, name: name.trim() };
      if (agency.name === '' || agency.name.length > 64) {
        throw new DomainError('BAD_USER_INPUT', 'A name has 1 to 64 characters.', {
          fields: ['input.name'],
        });
      }
      if (!(await store.add(agency))) {
        throw new DomainError('CONFLICT', 'An agency of this id exists already.');
      }
      audit.note({ region, action: 'AGENCY_ADDED', objectId: id });
      return agency;
    },
  };
}
