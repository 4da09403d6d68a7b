import type { Evidence } from '../color/events-to-facts.ts';
import type { Policy } from '../color/policy.ts';
import type { Decided } from './decide-code.ts';
import type { DecisionChunk } from './decision-chunk.ts';
import type { HealthCode } from './health-code.ts';

/** What an approved registration tells codes of its holder. */
export interface Registration {
  readonly maskedName: string;
  readonly birthMonthDay: string;
  readonly heldByProxy: boolean;
  /** Since when it is so: of two that say something else, the later holds. */
  readonly asOf: Date;
}

/** What an event means for a code. */
export type Incoming =
  | { readonly kind: 'REGISTRATION'; readonly registration: Registration }
  | { readonly kind: 'EVIDENCE'; readonly evidence: Evidence }
  /** Kept for a rule of a later policy; no rule reads it now. */
  | { readonly kind: 'OTHER' };

/** An event of a producer, read. */
export interface ReadEvent {
  readonly region: string;
  readonly id: string;
  readonly residentId: string;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly occurredAt: Date;
  readonly incoming: Incoming;
}

/** A code whose holder's registration was approved. */
export type Registered = HealthCode & Registration;

/** Codes, evidence and decisions of one region, kept; each call is one or two statements. */
export interface IntakeStore {
  /**
   * The codes of residents, made where there are none, locked until the transaction ends. All who
   * lock codes lock them in the order of their ids, so that none waits for another in a circle.
   */
  lockedCodes(residentIds: readonly string[], at: Date): Promise<readonly HealthCode[]>;
  /** Keeps events under their ids; gives the ids that were not there before. */
  keep(events: readonly ReadEvent[], at: Date): Promise<ReadonlySet<string>>;
  /** All evidence about residents, by resident, in no order. */
  evidenceOf(residentIds: readonly string[]): Promise<ReadonlyMap<string, readonly Evidence[]>>;
  /** Writes what registrations say, but where something later is kept. */
  setRegistrations(codes: readonly Registered[]): Promise<void>;
  /** The version in force; null when the region has published none. */
  policyInForce(at: Date): Promise<Policy | null>;
  /** Adds decisions, makes the codes follow them, and notes when each is looked at again. */
  save(decided: readonly Decided[]): Promise<void>;
  /** Keeps the leaves of decisions that share an entry of the audit log. */
  addChunk(chunk: DecisionChunk): Promise<void>;
}
