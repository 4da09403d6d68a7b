import type { Color } from './color.ts';
import type { Place, RiskLevel } from './policy.ts';

/** Who says so. Source: DESIGN.md §5, Sources. */
export type EvidenceSource = 'SELF' | 'OFFICIAL' | 'ACCREDITED';

/** What every fact carries. */
export interface Fact {
  readonly evidenceId: string;
  readonly source: EvidenceSource;
  /** When it became known here: a duty begins no earlier. Default: when it happened. */
  readonly knownAt?: Date | undefined;
}

/** A reviewed declaration. */
export interface DeclarationFact extends Fact {
  readonly at: Date;
  readonly symptoms: readonly string[];
  /** Degrees Celsius. */
  readonly temperature: number | null;
}

/** A daily check-in. */
export type CheckInFact = DeclarationFact;

/** A test result. */
export interface TestResultFact extends Fact {
  readonly sampleCollectedAt: Date;
  readonly result: 'DETECTED' | 'NOT_DETECTED';
}

/** An isolation order; it ends at `until` or when it is released. */
export interface IsolationOrderFact extends Fact {
  readonly orderId: string;
  readonly from: Date;
  /** The latest that the order or an extension names; null = open. */
  readonly until: Date | null;
  readonly place: Place;
  readonly releasedAt: Date | null;
}

/** A notice of contact with a case; it counts until it is withdrawn. */
export interface ContactNoticeFact extends Fact {
  readonly noticeId: string;
  readonly lastContactAt: Date;
  readonly withdrawnAt: Date | null;
}

/** The time that one stay shares with one risk level of an area. */
export interface RiskAreaStayFact extends Fact {
  readonly level: RiskLevel;
  readonly from: Date;
  /** Exclusive; null = still there, and still at that level. */
  readonly until: Date | null;
}

/** An entry from abroad. */
export interface EntryFact extends Fact {
  readonly enteredAt: Date;
}

/** An override by officials: evidence of its own kind, never a written color. */
export interface OverrideFact extends Fact {
  readonly direction: 'RELAX' | 'STRICTER';
  readonly color: Color;
  readonly from: Date;
  /** Exclusive. */
  readonly until: Date;
}

/** Something known, or known to be unknown. */
export type Known<T> = T | 'unknown';

/**
 * Everything known about one resident. Registers that hold nothing are known to be empty; what only
 * the person can say (declarations, stays) is unknown until it was said.
 */
export interface Facts {
  readonly declarations: Known<readonly DeclarationFact[]>;
  readonly results: Known<readonly TestResultFact[]>;
  readonly orders: Known<readonly IsolationOrderFact[]>;
  readonly checkIns: Known<readonly CheckInFact[]>;
  readonly contacts: Known<readonly ContactNoticeFact[]>;
  readonly stays: Known<readonly RiskAreaStayFact[]>;
  readonly entries: Known<readonly EntryFact[]>;
  readonly overrides: Known<readonly OverrideFact[]>;
}

/** Names of the kinds of fact, as `missing` gives them. */
export type FactKind = keyof Facts;

/** From this temperature on a check-in is not normal, in degrees Celsius. Source: WS 363.6 usage. */
export const FEVER_FROM = 37.3;

/** A check-in without symptoms and without fever. */
export function isNormal({ symptoms, temperature }: CheckInFact): boolean {
  return symptoms.length === 0 && (temperature === null || temperature < FEVER_FROM);
}
