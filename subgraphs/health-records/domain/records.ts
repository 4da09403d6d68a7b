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
  /** Region whose source submitted it by document; null when it was recorded here. */
  readonly sourceRegion: string | null;
  /** How many corrections came before it: 0 for what was first said. */
  readonly revision: number;
  /** The result that this one corrects. */
  readonly supersedesId: string | null;
  /** The result that corrects this one; null: this one counts. */
  readonly correctedById: string | null;
  /** When its source said it, of a correction by document; null: it is none, or is of before. */
  readonly saidAt: Date | null;
}

/** Places of isolation. */
export const ISOLATION_PLACES = ['HOME', 'CENTRAL'] as const;
/** Where a person is isolated. */
export type IsolationPlace = (typeof ISOLATION_PLACES)[number];

/** What an order may cite. */
export const CITATION_KINDS = ['TEST_RESULT', 'CONTACT_NOTICE', 'STAY'] as const;

/** What an isolation order cites. */
export interface Citation {
  readonly kind: (typeof CITATION_KINDS)[number];
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

/** That a person was near a case: it cites the case's result and when both were there. */
export interface ContactNotice extends HealthRecord {
  /** The case's DETECTED result; never shown to the contact. */
  readonly caseResultId: string;
  readonly overlapFrom: Date;
  readonly lastContactAt: Date;
  readonly noticedAt: Date;
  readonly withdrawnAt: Date | null;
}

/** A vaccination, in the terms of the EU DCC schema. */
export interface Vaccination extends HealthRecord {
  /** Vaccine or prophylaxis, SNOMED CT or ATC. Source: EU DCC, vp. */
  readonly vaccine: string;
  /** Marketing authorization. Source: EU DCC, mp. */
  readonly product: string;
  /** Source: EU DCC, ma. */
  readonly manufacturer: string;
  /** Source: EU DCC, dn. */
  readonly doseNumber: number;
  /** Source: EU DCC, sd. */
  readonly seriesDoses: number;
  /** Calendar day. Source: EU DCC, dt. */
  readonly vaccinatedOn: string;
  /** Who gave it. */
  readonly center: string;
  readonly recordedAt: Date;
}
