import type { AuditTrail } from '../../kit/audit/trail.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { requireResident, type Identity } from '../../kit/identity.ts';
import { checkedReason } from '../../kit/reason.ts';

/** How long an opened record stays open for who opened it, in minutes. */
export const OPEN_MINUTES = 30;

/** That an official looks at a person's health record, for a while and a reason. */
export interface OpenedRecord {
  readonly region: string;
  readonly residentId: string;
  /** Account of the official. */
  readonly subject: string;
  readonly openedAt: Date;
  /** Exclusive. */
  readonly until: Date;
}

/** Opened records, kept. */
export interface OpenedRecords {
  /** Opens a record, or keeps it open longer. */
  open(record: OpenedRecord): Promise<void>;
  /** Until when each record is open for an account; null where it is not. */
  openUntil(residentIds: readonly string[], subject: string, at: Date): Promise<(Date | null)[]>;
  /** Residents among these of whom a declaration waits for review. */
  waiting(residentIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** What the use cases need. */
export interface OpenedRecordPorts {
  readonly store: OpenedRecords;
  readonly audit: AuditTrail;
  readonly now: () => Date;
}

/**
 * Health records are closed to officials but for whom one's queue holds. Source: SECURITY.md,
 * invariant 12; RULES.md §5.
 */
export function openedRecordUseCases({ store, audit, now }: OpenedRecordPorts) {
  return {
    /**
     * Opens a person's health record for who asks; it is logged, and the resident sees it.
     * @throws {DomainError} FORBIDDEN, NOT_FOUND, BAD_USER_INPUT
     */
    async open(residentId: string, reason: string, by: Identity): Promise<OpenedRecord> {
      if (by.kind !== 'OFFICIAL')
        throw new DomainError('FORBIDDEN', 'Only officials open records.');
      const region = requireResident(by, residentId);
      const text = checkedReason(reason);
      const openedAt = now();
      const until = new Date(openedAt.getTime() + OPEN_MINUTES * 60_000);
      const record = { region, residentId, subject: by.subject, openedAt, until };
      await store.open(record);
      audit.note({ region, action: 'HEALTH_RECORD_OPENED', residentId, reason: text });
      return record;
    },

    /** Until when records are open for who asks: in the order of the ids, null where closed. */
    openUntil(residentIds: readonly string[], by: Identity): Promise<(Date | null)[]> {
      return store.openUntil(residentIds, by.subject, now());
    },

    /** Which records are read without opening: of people who wait in the queue of who asks. */
    async inQueue(residentIds: readonly string[], by: Identity): Promise<ReadonlySet<string>> {
      return by.scopes.includes('declaration:review') ? store.waiting(residentIds) : new Set();
    },
  };
}
