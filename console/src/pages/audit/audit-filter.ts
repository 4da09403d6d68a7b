import { shanghaiInstant } from '../../format/shanghai-instant.ts';
import type { AuditAction } from '../../gql/graphql.ts';

/** Which entries are looked for, as the graph takes it. */
export interface AuditFilter {
  readonly subject: string | null;
  readonly residentId: string | null;
  readonly action: AuditAction | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** All entries. */
export const NO_FILTER: AuditFilter = {
  ...{ subject: null, residentId: null, action: null, from: null, to: null },
};

/** The filter as it is typed: times as clocks in Asia/Shanghai show them, '' for nothing. */
export interface TypedFilter {
  readonly subject: string;
  readonly residentId: string;
  readonly action: AuditAction | '';
  readonly from: string;
  readonly to: string;
}

function text(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim();
}

/** What was typed, as the graph takes it. */
export function filterOf({ subject, residentId, action, from, to }: TypedFilter): AuditFilter {
  return {
    ...{ subject: text(subject), residentId: text(residentId) },
    action: action === '' ? null : action,
    ...{ from: shanghaiInstant(from), to: shanghaiInstant(to) },
  };
}

/** Every action, in the order of the closed list. */
export const AUDIT_ACTIONS: readonly AuditAction[] = [
  ...(['SIGNED_IN', 'SIGNED_OUT', 'REFUSED'] as const),
  ...(['GUARDIANSHIP_BEGUN', 'GUARDIANSHIP_ENDED', 'GUARDIANSHIP_OFFERED'] as const),
  ...(['GUARDIANSHIP_RENEWAL_ASKED', 'GUARDIANSHIP_RENEWAL_REFUSED'] as const),
  ...(['CONVERSION_OFFERED', 'REGISTRATION_HANDED_OVER', 'REGISTRATION_FETCHED'] as const),
  ...(['RESIDENT_FOUND', 'REVEALED', 'HEALTH_RECORD_OPENED', 'EXPORTED'] as const),
  ...(['PROPOSED', 'PROPOSAL_APPROVED', 'PROPOSAL_REFUSED', 'PROPOSAL_TAKEN_BACK'] as const),
  ...(['ACCOUNT_ADDED', 'ACCOUNT_CHANGED', 'ACCOUNT_DISABLED', 'ACCOUNT_ENABLED'] as const),
  ...(['AGENCY_ADDED', 'RESIDENT_REGISTERED', 'REGISTRATION_REVIEWED'] as const),
  ...(['DECLARATION_RECEIVED', 'DECLARATION_REVIEWED', 'CHECKED_IN', 'STAY_DECLARED'] as const),
  ...(['STAY_ENDED', 'TRIP_DECLARED', 'VENUE_ADDED', 'VENUE_VISITED', 'VENUE_LEFT'] as const),
  ...(['TEST_RESULT_RECORDED', 'TEST_RESULT_CORRECTED', 'VACCINATION_RECORDED'] as const),
  ...(['EVIDENCE_SUBMITTED', 'EVIDENCE_DELIVERED', 'CASES_LISTED'] as const),
  ...(['OUTBREAK_DECLARED', 'OUTBREAK_WITHDRAWN'] as const),
  ...(['ISOLATION_ORDERED', 'ISOLATION_EXTENDED', 'ISOLATION_RELEASED'] as const),
  ...(['CONTACT_NOTICED', 'CONTACT_WITHDRAWN', 'EXPOSURES_COMPUTED'] as const),
  ...(['BULLETIN_IMPORTED', 'BULLETIN_HELD', 'BULLETIN_ACCEPTED'] as const),
  ...(['POLICY_PUBLISHED', 'POLICY_WITHDRAWN', 'COLOR_DECIDED', 'COLORS_DECIDED'] as const),
  ...(['AGREEMENT_OFFERED', 'AGREEMENT_ACCEPTED', 'AGREEMENT_REFUSED'] as const),
  ...(['AGREEMENT_WITHDRAWN'] as const),
  ...(['CODE_ISSUED', 'CODE_WITHDRAWN', 'SPECIMEN_ISSUED', 'REGION_REHEARSED'] as const),
  ...(['EVENT_RETRIED', 'EVENT_DROPPED'] as const),
  ...(['ROWS_EXPIRED', 'BODIES_ERASED', 'HISTORY_ROLLED_BACK'] as const),
];
