import type { SymptomTerm } from './symptom.ts';

/** What every record carries. */
export interface HealthRecord {
  readonly region: string;
  readonly id: string;
  readonly residentId: string;
  /** Account that recorded it. */
  readonly recordedBy: string;
}

/** What a person says of their own health. */
export interface SelfReport {
  readonly symptoms: readonly SymptomTerm[];
  /** Degrees Celsius. */
  readonly temperature: number | null;
}

/** States of a declaration. */
export const DECLARATION_STATES = ['PENDING', 'APPROVED', 'REJECTED'] as const;
/** Where a declaration stands. */
export type DeclarationState = (typeof DECLARATION_STATES)[number];

/** A declaration of health, reviewed before it counts. */
export interface Declaration extends HealthRecord, SelfReport {
  readonly contactWithCase: boolean;
  /** Said to an official at a desk, who wrote it down. */
  readonly atDesk: boolean;
  readonly declaredAt: Date;
  /** Until when a review is promised. */
  readonly dueAt: Date;
  readonly state: DeclarationState;
  readonly reviewedAt: Date | null;
  readonly reviewReason: string | null;
}

/** A daily check-in; counts at once. */
export interface CheckIn extends HealthRecord, SelfReport {
  readonly at: Date;
  /** Calendar day in Asia/Shanghai. */
  readonly day: string;
}

/** Ways to test a sample. */
export const TEST_METHODS = ['NUCLEIC_ACID', 'ANTIGEN'] as const;
/** How a sample was tested. Source: EU DCC, tt. */
export type TestMethod = (typeof TEST_METHODS)[number];

/** What a test can find. */
export const TEST_OUTCOMES = ['DETECTED', 'NOT_DETECTED'] as const;
/** What a test found. Source: EU DCC, tr. */
export type TestOutcome = (typeof TEST_OUTCOMES)[number];

/** A test result of an accredited laboratory. */
export interface TestResult extends HealthRecord {
  readonly sampleCollectedAt: Date;
  readonly result: TestOutcome;
  readonly method: TestMethod;
  readonly laboratory: string;
}

/** Places of isolation. */
export const ISOLATION_PLACES = ['HOME', 'CENTRAL'] as const;
/** Where a person is isolated. */
export type IsolationPlace = (typeof ISOLATION_PLACES)[number];

/** What an isolation order cites. */
export interface Citation {
  readonly kind: 'TEST_RESULT' | 'STAY';
  readonly id: string;
}

/** An official's order to isolate; it ends at `until` or when it is released. */
export interface IsolationOrder extends HealthRecord {
  readonly place: IsolationPlace;
  readonly from: Date;
  readonly until: Date;
  readonly citation: Citation;
  readonly releasedAt: Date | null;
}
