/** What an entry of the audit log may say was done: a closed list. */
export const AUDIT_ACTIONS = [
  'RESIDENT_REGISTERED',
  'REGISTRATION_REVIEWED',
  'RESIDENT_FOUND',
  'REVEALED',
  'DECLARATION_RECEIVED',
  'DECLARATION_REVIEWED',
  'CHECKED_IN',
  'TEST_RESULT_RECORDED',
  'ISOLATION_ORDERED',
  'ISOLATION_RELEASED',
  'STAY_DECLARED',
  'CODE_ISSUED',
  'CODE_WITHDRAWN',
  'COLOR_DECIDED',
  'SIGNED_IN',
  'SIGNED_OUT',
  'REFUSED',
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
