import type { Page, Rows } from '../../kit/page.ts';
import type { DocumentTypeCode } from '../../kit/standards/document-types.ts';
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
  countWards(guardianId: string): Promise<number>;
  /**
   * Writes a review and its event unless another came first; `'TAKEN'` when the same document is
   * already registered in this region, `'DONE'` when the registration was reviewed before. Atomic.
   */
  review(resident: Resident, review: Review): Promise<'STORED' | 'DONE' | 'TAKEN'>;
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
  /** Registrations of the account behind the scope and of its wards. */
  own(subject: string): Promise<Resident[]>;
  /** Newest first. */
  consentsOf(residentId: string): Promise<Consent[]>;
  /** Number of other registrations here with the same document. */
  countDuplicates(id: string): Promise<number>;
}
