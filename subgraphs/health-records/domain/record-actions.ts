import { DomainError } from '../../kit/domain-error.ts';
import type { Identity } from '../../kit/identity.ts';
import type { ContactNotice, Declaration, IsolationOrder } from './records.ts';

/** What stands against reviewing a declaration. Source: RULES.md §1–2. */
export function againstReviewing(
  { region, recordedBy, state }: Declaration,
  by: Identity,
): DomainError | null {
  if (!by.scopes.includes('declaration:review')) {
    return new DomainError('SCOPE_MISSING', 'You may not review declarations.');
  }
  if (!by.regions.includes(region)) {
    return new DomainError('REGION_OUT_OF_SCOPE', 'This region is not within your regions.');
  }
  if (recordedBy === by.subject) {
    return new DomainError('SELF_APPROVAL', 'Who recorded a declaration does not review it.');
  }
  if (state === 'PENDING') return null;
  const message = 'This declaration was decided before; only a PENDING one can be.';
  return new DomainError('ILLEGAL_TRANSITION', message);
}

function againstManaging(region: string, by: Identity): DomainError | null {
  if (!by.scopes.includes('case:manage')) {
    return new DomainError('SCOPE_MISSING', 'You may not manage isolation.');
  }
  if (by.regions.includes(region)) return null;
  return new DomainError('REGION_OUT_OF_SCOPE', 'This region is not within your regions.');
}

function againstEnded({ until, releasedAt }: IsolationOrder, now: Date, what: string) {
  if (now < until && releasedAt === null) return null;
  return new DomainError('ILLEGAL_TRANSITION', `Only an order in force can be ${what}.`);
}

/** What stands against releasing an isolation order. */
export function againstReleasing(
  order: IsolationOrder,
  by: Identity,
  now: Date,
): DomainError | null {
  return againstManaging(order.region, by) ?? againstEnded(order, now, 'released');
}

/** What stands against extending an isolation order. */
export function againstExtending(
  order: IsolationOrder,
  by: Identity,
  now: Date,
): DomainError | null {
  return againstManaging(order.region, by) ?? againstEnded(order, now, 'extended');
}

/** What stands against withdrawing a contact notice. */
export function againstWithdrawing(
  { region, withdrawnAt }: ContactNotice,
  by: Identity,
): DomainError | null {
  const obstacle = againstManaging(region, by);
  if (obstacle || withdrawnAt === null) return obstacle;
  return new DomainError('ILLEGAL_TRANSITION', 'This notice was withdrawn before.');
}
