/** What an entry of the audit log may say was done: a closed list. */
export const AUDIT_ACTIONS = [
  'RESIDENT_REGISTERED',
  'REGISTRATION_REVIEWED',
  'GUARDIANSHIP_OFFERED',
  'GUARDIANSHIP_BEGUN',
  'GUARDIANSHIP_ENDED',
  'GUARDIANSHIP_RENEWAL_ASKED',
  'GUARDIANSHIP_RENEWAL_REFUSED',
  'CONVERSION_OFFERED',
  'REGISTRATION_HANDED_OVER',
  'REGISTRATION_FETCHED',
  'RESIDENT_FOUND',
  'REVEALED',
  'HEALTH_RECORD_OPENED',
  'EXPORTED',
  'ACCOUNT_ADDED',
  'ACCOUNT_CHANGED',
  'ACCOUNT_DISABLED',
  'ACCOUNT_ENABLED',
  'AGENCY_ADDED',
  'PROPOSED',
  'PROPOSAL_APPROVED',
  'PROPOSAL_REFUSED',
  'PROPOSAL_TAKEN_BACK',
  'DECLARATION_RECEIVED',
  'DECLARATION_REVIEWED',
  'CHECKED_IN',
  'TEST_RESULT_RECORDED',
  'TEST_RESULT_CORRECTED',
  'EVIDENCE_SUBMITTED',
  'EVIDENCE_DELIVERED',
  'VACCINATION_RECORDED',
  'ISOLATION_ORDERED',
  'ISOLATION_EXTENDED',
  'ISOLATION_RELEASED',
  'CONTACT_NOTICED',
  'CONTACT_WITHDRAWN',
  'CASES_LISTED',
  'STAY_DECLARED',
  'STAY_ENDED',
  'TRIP_DECLARED',
  'VENUE_ADDED',
  'VENUE_VISITED',
  'VENUE_LEFT',
  'OUTBREAK_DECLARED',
  'OUTBREAK_WITHDRAWN',
  'BULLETIN_IMPORTED',
  'BULLETIN_HELD',
  'BULLETIN_ACCEPTED',
  'EXPOSURES_COMPUTED',
  'CODE_ISSUED',
  'CODE_WITHDRAWN',
  'SPECIMEN_ISSUED',
  'REGION_REHEARSED',
  'COLOR_DECIDED',
  'COLORS_DECIDED',
  'POLICY_PUBLISHED',
  'POLICY_WITHDRAWN',
  'AGREEMENT_OFFERED',
  'AGREEMENT_ACCEPTED',
  'AGREEMENT_REFUSED',
  'AGREEMENT_WITHDRAWN',
  'EVENT_RETRIED',
  'EVENT_DROPPED',
  'SIGNED_IN',
  'SIGNED_OUT',
  'REFUSED',
  'ROWS_EXPIRED',
  'BODIES_ERASED',
  'HISTORY_ROLLED_BACK',
] as const;
/** One action of the closed list. */
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/**
 * What was decided or read. Ids only: never a name, a document or a phone number; who did it is
 * added from the request's identity.
 */
export interface AuditNote {
  /** Region in whose chain it stands. */
  readonly region: string;
  readonly action: AuditAction;
  /** Whom it is about. */
  readonly residentId?: string;
  /** What it is about: a decision, an order, a declaration. */
  readonly objectId?: string;
  /** As an official gave it. */
  readonly reason?: string | null;
  /** Words of closed lists, counts, instants. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * The audit log as use cases see it: what is noted is appended in the transaction of what was
 * done, or neither happens. Source: SECURITY.md, Audit log.
 */
export interface AuditTrail {
  note(entry: AuditNote): void;
}
