import { keyOfPage } from '../../kit/keyset.ts';
import type { Page } from '../../kit/page.ts';
import { instantOf, type Prepared } from '../../kit/query.ts';
import type { BulkValue } from '../../kit/bulk-values.ts';
import { dueAt } from '../domain/registration-review.ts';
import type { RegistrationQueue } from '../domain/resident-store.ts';
import type { Resident } from '../domain/resident.ts';

/** A registration as SQL gives it; nothing sealed is read. */
export type ResidentColumns = Omit<Resident, 'receivedAt' | 'dueAt' | 'reviewedAt'> & {
  readonly receivedAt: string;
  readonly reviewedAt: string | null;
};

const COLUMNS = `region, id, state, document_type as "documentType", masked_name as "maskedName",
  birth_date as "birthDate", division, guardian_id as "guardianId",
  source_region as "sourceRegion", received_at as "receivedAt",
  reviewed_at as "reviewedAt", review_reason as "reviewReason"`;

/** A statement with the values it is run with. */
interface Bound {
  readonly statement: Prepared;
  readonly values: readonly BulkValue[];
}

/** A page of a queue, the oldest first. Each set of conditions is a statement of its own, so that it has its own plan. */
export function registrationPage(queue: RegistrationQueue, page: Page): Bound {
  const { state, region, documentType } = queue;
  const [at, id] = keyOfPage(page);
  const values: BulkValue[] = [state, page.first + 1];
  const named = (...given: BulkValue[]) => given.map((value) => `$${values.push(value)}`);
  const conditions = [
    ['', 'state = $1'],
    ...(region === null ? [] : [['_region', `region = ${named(region).join()}`]]),
    ...(documentType === null ? [] : [['_type', `document_type = ${named(documentType).join()}`]]),
    ...(at === null ? [] : [['_after', `(received_at, id) > (${named(at, id).join()})`]]),
  ];
  const statement = {
    name: `registrations${conditions.map(([name]) => name).join('')}`,
    text: `select ${COLUMNS} from residents.resident
      where ${conditions.map(([, condition]) => condition).join(' and ')}
      order by received_at, id limit $2`,
  };
  return { statement, values };
}

/** A registration of its columns. */
export function residentOf(row: ResidentColumns): Resident {
  const receivedAt = instantOf(row.receivedAt);
  return { ...row, receivedAt, dueAt: dueAt(receivedAt), reviewedAt: instantOf(row.reviewedAt) };
}
