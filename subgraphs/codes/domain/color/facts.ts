/** Who says so. Source: DESIGN.md §5, Sources. */
export type EvidenceSource = 'SELF' | 'OFFICIAL' | 'ACCREDITED';

/** What every fact carries. */
export interface Fact {
  readonly evidenceId: string;
  readonly source: EvidenceSource;
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
  readonly until: Date | null;
  readonly place: 'HOME' | 'CENTRAL';
  readonly releasedAt: Date | null;
}

/** Something known, or known to be unknown. */
export type Known<T> = T | 'unknown';

/** Everything known about one resident. Registers that hold nothing are known to be empty. */
export interface Facts {
  readonly declarations: Known<readonly DeclarationFact[]>;
  readonly results: Known<readonly TestResultFact[]>;
  readonly orders: Known<readonly IsolationOrderFact[]>;
  readonly checkIns: Known<readonly CheckInFact[]>;
}

/** Names of the kinds of fact, as `missing` gives them. */
export type FactKind = keyof Facts;

/** From this temperature on a check-in is not normal, in degrees Celsius. Source: WS 363.6 usage. */
export const FEVER_FROM = 37.3;

/** A check-in without symptoms and without fever. */
export function isNormal({ symptoms, temperature }: CheckInFact): boolean {
  return symptoms.length === 0 && (temperature === null || temperature < FEVER_FROM);
}
