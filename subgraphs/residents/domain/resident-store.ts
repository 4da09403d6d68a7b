import type { Page, Rows } from '../../kit/page.ts';
import type { DocumentTypeCode } from '../../kit/standards/document-types.ts';
import type { Guardian } from './guardianship.ts';
import type {
  Consent,
  NewResident,
  PersonKey,
  RegistrationState,
  Resident,
  Review,
} from './resident.ts';

/** Registrations, kept. */
export interface ResidentStore {
  find(id: string): Promise<Resident | null>;
  add(resident: NewResident): Promise<void>;
  addConsent(consent: Consent): Promise<void>;
  /** Registrations in the scope with exactly this document and name, newest first. */
  findPerson(key: PersonKey): Promise<Resident[]>;
  /**
   * Writes a review and its event unless another came first; `'TAKEN'` when the same document is
   * already registered in this region, `'DONE'` when the registration was reviewed before. Atomic.
   */
  review(resident: Resident, review: Review): Promise<'STORED' | 'DONE' | 'TAKEN'>;
}

/** Guardians and how many wards they have. */
export interface Guardians {
  /**
   * Who is registered and may be a guardian, locked until the transaction ends: whoever counts
   * wards counts one after the other. Null when there is no such registration that counts.
   */
  lockGuardian(id: string): Promise<Guardian | null>;
  /** Wards for whom a guardian acts at an instant, or will once their registration is reviewed. */
  countWards(guardianId: string, at: Date): Promise<number>;
}

/** Which registrations a list holds; null = all. */
export interface RegistrationQueue {
  readonly state: RegistrationState;
  readonly region: string | null;
  readonly documentType: DocumentTypeCode | null;
}

/** Reads for the graph, beside what the use cases need. */
export interface ResidentReads extends ResidentStore {
  /** In the order of `ids`; null where there is none to be seen. */
  findMany(ids: readonly string[]): Promise<(Resident | null)[]>;
  registrations(queue: RegistrationQueue, page: Page): Promise<Rows<Resident>>;
  /** Registrations of the account behind the scope and of those it is the guardian of. */
  own(subject: string, at: Date): Promise<Resident[]>;
  /** Newest first. */
  consentsOf(residentId: string): Promise<Consent[]>;
  /** Number of other registrations here with the same document. */
  countDuplicates(id: string): Promise<number>;
}
