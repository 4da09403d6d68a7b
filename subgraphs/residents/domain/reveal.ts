import type { AuditTrail } from '../../kit/audit/trail.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { requireResident, type Identity } from '../../kit/identity.ts';
import { checkedReason } from '../../kit/reason.ts';
import type { Resident } from './resident.ts';

/** Identity fields that are hidden until they are asked for one by one. */
export const REVEALED_FIELDS = ['NAME', 'DOCUMENT_NUMBER', 'PHONE'] as const;
/** One hidden field. */
export type RevealedField = (typeof REVEALED_FIELDS)[number];

/** What the seals of a registration hide. */
export interface HiddenIdentity {
  readonly name: string;
  readonly documentNumber: string;
  readonly phone: string | null;
}

/** What was asked for, in clear; the rest stays null. */
export interface RevealedIdentity {
  readonly resident: Resident;
  readonly name: string | null;
  readonly documentNumber: string | null;
  readonly phone: string | null;
  /** Under which the same is given again for an Idempotency-Key. */
  readonly resultId: string;
}

/** Opens sealed identities. */
export interface HiddenIdentities {
  find(id: string): Promise<Resident | null>;
  /** Null when the registration is not there or not to be seen. */
  hidden(id: string): Promise<HiddenIdentity | null>;
}

/** What the use case needs. */
export interface RevealPorts {
  readonly store: HiddenIdentities;
  readonly audit: AuditTrail;
}

/** What stands against revealing; an official alone does it. */
export function againstRevealing(by: Identity): DomainError | null {
  if (by.kind === 'OFFICIAL' && by.scopes.includes('resident:reveal')) return null;
  return new DomainError('SCOPE_MISSING', 'You may not see what is hidden.');
}

/** Use case of seeing what is masked. Source: SECURITY.md, invariant 12; RULES.md §5. */
export function revealUseCases({ store, audit }: RevealPorts) {
  async function shown(resident: Resident, fields: readonly RevealedField[]) {
    const hidden = await store.hidden(resident.id);
    if (!hidden) throw new DomainError('NOT_FOUND', 'No such resident.');
    const has = (field: RevealedField) => fields.includes(field);
    return {
      resident,
      name: has('NAME') ? hidden.name : null,
      documentNumber: has('DOCUMENT_NUMBER') ? hidden.documentNumber : null,
      phone: has('PHONE') ? hidden.phone : null,
      resultId: `${resident.id}/${fields.join(',')}`,
    };
  }

  return {
    /**
     * Shows fields of one registration for a reason, which the resident reads.
     * @throws {DomainError} SCOPE_MISSING, NOT_FOUND, BAD_USER_INPUT
     */
    async reveal(
      residentId: string,
      asked: readonly RevealedField[],
      reason: string,
      by: Identity,
    ): Promise<RevealedIdentity> {
      const obstacle = againstRevealing(by);
      if (obstacle) throw obstacle;
      const fields = REVEALED_FIELDS.filter((field) => asked.includes(field));
      if (fields.length === 0) {
        throw new DomainError('BAD_USER_INPUT', 'Say what is to be shown.', {
          fields: ['input.fields'],
        });
      }
      const text = checkedReason(reason);
      const region = requireResident(by, residentId);
      const resident = await store.find(residentId);
      if (!resident) throw new DomainError('NOT_FOUND', 'No such resident.');
      audit.note({
        ...{ region, action: 'REVEALED', residentId, reason: text },
        detail: { fields: fields.join(',') },
      });
      return shown(resident, fields);
    },

    /** The same again, for the same attempt. Null when it can no longer be shown. */
    async again(resultId: string): Promise<RevealedIdentity | null> {
      const [residentId = '', fields = ''] = resultId.split('/');
      const resident = await store.find(residentId);
      const asked = fields.split(',');
      return (
        resident &&
        shown(
          resident,
          REVEALED_FIELDS.filter((field) => asked.includes(field)),
        )
      );
    },
  };
}
