import type { DocumentTypeCode } from '../../kit/standards/document-types.ts';
import type { Guardian, Guardianship } from './guardianship.ts';

/** Where a registration stands. */
export const REGISTRATION_STATES = ['RECEIVED', 'REGISTERED', 'REJECTED'] as const;
/** One state of a registration. */
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** A person's registration in one region. Identity fields are kept sealed by the store. */
export interface Resident {
  readonly region: string;
  readonly id: string;
  readonly state: RegistrationState;
  /** WS 364.3 code of the identity document. */
  readonly documentType: DocumentTypeCode;
  readonly maskedName: string;
  /** Calendar day, `YYYY-MM-DD`. */
  readonly birthDate: string;
  /** GB/T 2260 division of present stay. */
  readonly division: string;
  /** Who acts for a ward; null for anybody else, and once it has ended. */
  readonly guardianship: Guardianship | null;
  /** Region whose registration this one was made from; null for one that was given here. */
  readonly sourceRegion: string | null;
  readonly receivedAt: Date;
  /** Until when an answer is promised. */
  readonly dueAt: Date;
  readonly reviewedAt: Date | null;
  /** Reason that the reviewer gave. */
  readonly reviewReason: string | null;
}

/** What a registration says about a person, as checked. */
export interface Particulars {
  readonly name: string;
  readonly documentType: DocumentTypeCode;
  readonly documentNumber: string;
  readonly birthDate: string;
  readonly phone: string | null;
  readonly division: string;
  readonly guardianId: string | null;
}

/** A registration to be stored. */
export interface NewResident extends Omit<Particulars, 'guardianId'> {
  readonly region: string;
  readonly id: string;
  readonly maskedName: string;
  /** The person's own account; null for a ward, and for whom an official registered at a desk. */
  readonly account: string | null;
  /** Who is to act for a ward; null for anybody else. */
  readonly guardian: Guardian | null;
  readonly sourceRegion: string | null;
  readonly receivedAt: Date;
}

/** How a person agreed to be served at a desk. */
export const CONSENT_METHODS = ['SIGNED_FORM', 'SPOKEN'] as const;
/** One way to agree. */
export type ConsentMethod = (typeof CONSENT_METHODS)[number];

/** A consent as an official recorded it. Source: DESIGN.md §4, Guardians. */
export interface Consent {
  readonly region: string;
  readonly id: string;
  readonly residentId: string;
  readonly method: ConsentMethod;
  readonly recordedAt: Date;
  /** Account of the official. */
  readonly recordedBy: string;
}

/** What an official at a desk vouches for. */
export interface AtDesk {
  /** The official has compared the document with the person. */
  readonly documentSeen: boolean;
  readonly consent: ConsentMethod;
}

/** What a person can be looked up by: nothing less finds anybody. */
export interface PersonKey {
  readonly name: string;
  readonly documentType: DocumentTypeCode;
  readonly documentNumber: string;
}

/** Decision of a reviewer. */
export type ReviewDecision = 'APPROVE' | 'REJECT';

/** Outcome of a review, as the store writes it. */
export interface Review {
  readonly state: RegistrationState;
  readonly at: Date;
  readonly by: string;
  readonly reason: string | null;
  /** Until when a ward's guardian acts, exclusive; null without one, and for a rejection. */
  readonly guardedUntil: Date | null;
}
