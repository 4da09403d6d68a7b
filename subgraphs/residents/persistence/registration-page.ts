import { keyOfPage } from '../../kit/keyset.ts';
import type { Page } from '../../kit/page.ts';
import { instantOf, type Prepared } from '../../kit/query.ts';
import type { BulkValue } from '../../kit/bulk-values.ts';
import { dueAt } from '../domain/registration-review.ts';
import type { RegistrationQueue } from '../domain/resident-store.ts';
import type { Resident } from '../domain/resident.ts';
import { toGuardianship } from './guardianship-columns.ts';

/** A registration as SQL gives it; nothing sealed is read. */
export type ResidentColumns = Omit<
  Resident,
  'receivedAt' | 'dueAt' | 'reviewedAt' | 'guardianship'
> & {
  readonly receivedAt: string;
  readonly reviewedAt: string | null;
  readonly guardianId: string | null;
  readonly guardianName: string | null;
  readonly guardedUntil: string | null;
  readonly renewalAskedAt: string | null;
  readonly renewalRefusal: string | null;
};

const COLUMNS = `region, id, state, document_type as "documentType", masked_name as "maskedName",
  birth_date as "birthDate", division, guardian_id as "guardianId",
  guardian_name as "guardianName", guarded_until as "guardedUntil",
  renewal_asked_at as "renewalAskedAt", renewal_refusal as "renewalRefusal",
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
  const place = (value: BulkValue) => `$${values.push(value)}`;
  let [name, where] = ['registrations', 'state = $1'];
  function narrow(by: string, condition: string): void {
    name += `_${by}`;
    where += ` and ${condition}`;
  }
  if (region !== null) narrow('region', `region = ${place(region)}`);
  if (documentType !== null) narrow('type', `document_type = ${place(documentType)}`);
  if (at !== null) narrow('after', `(received_at, id) > (${place(at)}, ${place(id)})`);
  const statement = {
    name,
    text: `select ${COLUMNS} from residents.resident where ${where}
      order by received_at, id limit $2`,
  };
  return { statement, values };
}

/** A registration of its columns. */
export function residentOf(row: ResidentColumns): Resident {
  const { guardianId, guardianName, renewalRefusal, ...rest } = row;
  const { guardedUntil, renewalAskedAt, ...columns } = rest;
  const receivedAt = instantOf(row.receivedAt);
  return {
    ...{ ...columns, receivedAt, dueAt: dueAt(receivedAt), reviewedAt: instantOf(row.reviewedAt) },
    guardianship: toGuardianship({
      ...{ guardianId, guardianName, renewalRefusal, guardedUntil: instantOf(guardedUntil) },
      renewalAskedAt: instantOf(renewalAskedAt),
    }),
  };
}
