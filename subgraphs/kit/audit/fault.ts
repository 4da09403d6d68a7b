/** What can be wrong with a log. */
export const AUDIT_FAULTS = [
  /** An entry is missing, or stands where none belongs. */
  'ENTRY_MISSING',
  'ENTRY_HASH',
  'ENTRY_TIME',
  /** What an entry says is not what it committed to. */
  'BODY_CHANGED',
  /** What an entry says is gone, and nothing accounts for it. */
  'BODY_MISSING',
  /** A text without an entry. */
  'BODY_UNKNOWN',
  /** The chain is not the one that a checkpoint signed. */
  'NOT_AS_SIGNED',
  /** Entries that a checkpoint signed are no longer there. */
  'TAIL_CUT',
  /** The head is not that of the last entry. */
  'HEAD',
  'CHECKPOINT_MISSING',
  'CHECKPOINT_SIGNATURE',
  'CHECKPOINT_PREVIOUS',
  'CHECKPOINT_TIME',
  'CHECKPOINT_ROOT',
  /** Checkpoints that were signed are not known here: an earlier state was put back. */
  'ROLLED_BACK',
] as const;
/** One kind of fault. */
export type AuditFaultKind = (typeof AUDIT_FAULTS)[number];

/** The first thing that is wrong with a chain, or with the checkpoints. */
export interface AuditFault {
  readonly fault: AuditFaultKind;
  readonly region: string;
  /** The first bad entry; null when it is a checkpoint. */
  readonly sequence: number | null;
  /** The first bad checkpoint; null when it is an entry that none speaks of. */
  readonly checkpoint: number | null;
}
