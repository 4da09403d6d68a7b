import type { AuditTrail } from '../../kit/audit/trail.ts';
import { DomainError } from '../../kit/domain-error.ts';
import type { Identity } from '../../kit/identity.ts';
import type { Page, Rows } from '../../kit/page.ts';
import type { Proposal, ProposalKind } from '../../kit/proposal/proposal.ts';
import type { HiddenIdentity } from './reveal.ts';
import type { Resident } from './resident.ts';

/** How long an approved export can be fetched, in hours. */
const FETCH_HOURS = 24;

/** One row of an export. */
export interface ExportedResident extends HiddenIdentity {
  readonly resident: Resident;
}

/** Registrations as an export takes them. */
export interface ExportStore {
  countRegistered(region: string): Promise<number>;
  /** Registered ones by id. */
  exported(region: string, page: Page): Promise<Rows<ExportedResident>>;
}

/** What an export may be of. */
export const EXPORT_SCOPE = 'REGISTERED_RESIDENTS';

/** Export of everybody registered in a region: two people of two agencies. */
export function bulkExportKind(store: ExportStore): ProposalKind {
  return {
    ...{
      kind: 'BULK_EXPORT',
      rights: { propose: 'data:export', decide: 'data:export' },
      otherAgency: true,
      validHours: 72,
    },
    async dryRun(region) {
      const residents = await store.countRegistered(region);
      if (residents === 0) throw new DomainError('CONFLICT', 'Nobody is registered here.');
      return [{ name: 'residents', count: residents }];
    },
    // What is approved is the fetching, by whoever proposed it.
    apply: () => Promise.resolve(),
  };
}

/** What the use case needs. */
export interface ExportPorts {
  readonly store: ExportStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly proposal: (id: string) => Promise<Proposal | null>;
}

/** Use case of fetching an approved export. Source: SECURITY.md, invariant 6. */
export function exportUseCases({ store, audit, now, proposal: find }: ExportPorts) {
  return {
    /**
     * One page of an approved export, for who proposed it, within 24 hours. Each page is logged.
     * @throws {DomainError} NOT_FOUND, APPROVAL_REQUIRED, FORBIDDEN
     */
    async page(id: string, page: Page, by: Identity): Promise<Rows<ExportedResident>> {
      const proposal = await find(id);
      if (proposal?.kind !== 'BULK_EXPORT') {
        throw new DomainError('NOT_FOUND', 'No such export.', { fields: ['proposal'] });
      }
      if (proposal.proposedBy.subject !== by.subject) {
        throw new DomainError('FORBIDDEN', 'Who proposed an export fetches it.');
      }
      const { state, decidedAt, region } = proposal;
      if (state !== 'APPROVED' || decidedAt === null) {
        throw new DomainError('APPROVAL_REQUIRED', 'This export is not approved.');
      }
      if (now().getTime() - decidedAt.getTime() >= FETCH_HOURS * 3_600_000) {
        throw new DomainError('APPROVAL_REQUIRED', 'The approval is over; propose it again.');
      }
      const rows = await store.exported(region, page);
      const count = Math.min(rows.rows.length, page.first);
      audit.note({ region, action: 'EXPORTED', objectId: id, detail: { residents: count } });
      return rows;
    },
  };
}
