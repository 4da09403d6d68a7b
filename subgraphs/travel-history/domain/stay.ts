import type { AuditTrail } from '../../kit/audit/trail.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { requireResident, type Identity } from '../../kit/identity.ts';
import type { Page, Rows } from '../../kit/page.ts';

/** Days that stays are kept. Source: SECURITY.md, invariant 14. */
export const STAY_DAYS = 28;

const DAY_MS = 86_400_000;
const AHEAD_MS = 60_000;

/** A stay in a division. */
export interface Stay {
  readonly region: string;
  readonly id: string;
  readonly residentId: string;
  /** GB/T 2260 division. */
  readonly division: string;
  readonly arrivedAt: Date;
  /** Null while the person is there. */
  readonly leftAt: Date | null;
  readonly declaredAt: Date;
  readonly recordedBy: string;
}

/** What a person declares. */
export type NewStay = Pick<Stay, 'residentId' | 'division' | 'arrivedAt' | 'leftAt'>;

/** Stays, kept. */
export interface StayStore {
  /** Keeps a stay and its event. Atomic. */
  add(stay: Stay): Promise<void>;
  /** Stays that ended after `since` or have not ended, newest first, for each resident. */
  recent(residentIds: readonly string[], since: Date): Promise<(readonly Stay[])[]>;
  find(id: string): Promise<Stay | null>;
  ofResident(residentId: string, page: Page): Promise<Rows<Stay>>;
}

/** What the use cases need besides the store. */
export interface StayPorts {
  readonly store: StayStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  readonly isDivision: (code: string) => boolean;
}

function refuse(field: string, message: string): never {
  throw new DomainError('BAD_USER_INPUT', message, { fields: [`input.${field}`] });
}

/** Use cases of stays. Source: RULES.md §1. */
export function stayUseCases({ store, audit, now, newId, isDivision }: StayPorts) {
  function check({ division, arrivedAt, leftAt }: NewStay, at: Date): void {
    if (!isDivision(division)) refuse('division', 'There is no such division.');
    const latest = at.getTime() + AHEAD_MS;
    if (arrivedAt.getTime() > latest) refuse('arrivedAt', 'A stay does not begin in the future.');
    if (leftAt && leftAt.getTime() > latest) refuse('leftAt', 'A stay does not end in the future.');
    if (leftAt && leftAt <= arrivedAt) refuse('leftAt', 'A stay ends after it began.');
    if (at.getTime() - (leftAt ?? at).getTime() > STAY_DAYS * DAY_MS) {
      refuse('leftAt', `Stays are declared for the last ${STAY_DAYS} days.`);
    }
  }

  return {
    /** Declares a stay. @throws {DomainError} NOT_FOUND, BAD_USER_INPUT */
    async declare(input: NewStay, by: Identity): Promise<Stay> {
      const region = requireResident(by, input.residentId);
      const declaredAt = now();
      check(input, declaredAt);
      const stay = { ...input, region, id: newId(region), declaredAt, recordedBy: by.subject };
      await store.add(stay);
      const { residentId, id: objectId } = stay;
      audit.note({ region, action: 'STAY_DECLARED', residentId, objectId });
      return stay;
    },

    /** Instant since which stays of the last `days` days count. @throws {DomainError} BAD_USER_INPUT */
    since(days: number): Date {
      if (days < 1 || days > STAY_DAYS) {
        throw new DomainError('BAD_USER_INPUT', `"days" must be from 1 to ${STAY_DAYS}.`, {
          fields: ['days'],
        });
      }
      return new Date(now().getTime() - days * DAY_MS);
    },
  };
}
