import type { Page, Rows } from '../../kit/page.ts';
import type {
  CheckIn,
  ContactNotice,
  Declaration,
  DeclarationState,
  IsolationOrder,
  TestResult,
  Vaccination,
} from './records.ts';

/** An event that a record makes, in the record's own transaction. */
export interface RecordEvent {
  readonly kind:
    | 'DECLARATION'
    | 'CHECK_IN'
    | 'TEST_RESULT'
    | 'ISOLATION_ORDER'
    | 'ISOLATION_EXTENSION'
    | 'ISOLATION_RELEASE'
    | 'CONTACT_NOTICE'
    | 'CONTACT_WITHDRAWAL';
  readonly region: string;
  /** Where a later event may name it; else the store makes one. */
  readonly id?: string;
  readonly residentId: string;
  readonly occurredAt: Date;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Outcome of a review, as the store writes it. */
export interface DeclarationReview {
  readonly state: DeclarationState;
  readonly at: Date;
  readonly by: string;
  readonly reason: string | null;
}

/** Health records, kept. */
export interface RecordStore {
  addDeclaration(declaration: Declaration): Promise<void>;
  findDeclaration(id: string): Promise<Declaration | null>;
  /** False when it was reviewed before. Atomic. */
  reviewDeclaration(declaration: Declaration, review: DeclarationReview): Promise<boolean>;
  /** False when there is one of that day. Atomic. */
  addCheckIn(checkIn: CheckIn): Promise<boolean>;
  /** The result of the same sample, laboratory and method, when there is one; else keeps this. */
  addTestResult(result: TestResult): Promise<TestResult | null>;
  findTestResult(id: string): Promise<TestResult | null>;
  /** Lets a result take another's place; false when one has, or the sample has another. Atomic. */
  supersede(old: TestResult, by: TestResult): Promise<boolean>;
  /** Whether a stay is this resident's and was in a risk area within the last 28 days. */
  wasExposed(residentId: string, stayId: string): Promise<boolean>;
  addOrder(order: IsolationOrder): Promise<void>;
  findOrder(id: string): Promise<IsolationOrder | null>;
  /** False when it was released before. Atomic. */
  releaseOrder(order: IsolationOrder, at: Date, by: string): Promise<boolean>;
  /** Moves an order's end; false when it was released or ends as late already. Atomic. */
  extendOrder(order: IsolationOrder, until: Date): Promise<boolean>;
  addNotice(notice: ContactNotice): Promise<void>;
  findNotice(id: string): Promise<ContactNotice | null>;
  /** False when it was withdrawn before. Atomic. */
  withdrawNotice(notice: ContactNotice, at: Date, by: string): Promise<boolean>;
  /** The vaccination of the same dose, when there is one; else keeps this. */
  addVaccination(vaccination: Vaccination): Promise<Vaccination | null>;
  /** Events of one region. */
  append(events: readonly RecordEvent[]): Promise<void>;
}

/** Which declarations a list holds; null = all. */
export interface DeclarationQueue {
  readonly state: DeclarationState;
  readonly region: string | null;
  /** True: those of {@link FEVER_C}, with symptoms or a contact; false: the others. */
  readonly attention: boolean | null;
}

/** Degrees Celsius from which a temperature asks for a look. Source: RULES.md §1.8. */
export const FEVER_C = 37.3;

/** Reads for the graph. Lists answer in the order of the ids. */
export interface RecordReads extends RecordStore {
  findCheckIn(id: string): Promise<CheckIn | null>;
  declarations(queue: DeclarationQueue, page: Page): Promise<Rows<Declaration>>;
  declarationsOf(residentId: string, page: Page): Promise<Rows<Declaration>>;
  latestTests(residentIds: readonly string[]): Promise<(TestResult | null)[]>;
  testsOf(residentId: string, page: Page): Promise<Rows<TestResult>>;
  checkInsOf(residentId: string, page: Page): Promise<Rows<CheckIn>>;
  ordersOf(residentId: string, page: Page): Promise<Rows<IsolationOrder>>;
  noticesOf(residentId: string, page: Page): Promise<Rows<ContactNotice>>;
  vaccinationsOf(residentId: string, page: Page): Promise<Rows<Vaccination>>;
  findVaccination(id: string): Promise<Vaccination | null>;
  declarationsById(ids: readonly string[]): Promise<(Declaration | null)[]>;
}
