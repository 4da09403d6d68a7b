import { DomainError } from '../domain-error.ts';

/** Longest that one statement may take, in milliseconds; the roles of the database have the same. */
const STATEMENT_MS = 15_000;

/**
 * Keeps from being done what whoever asked was told is not.
 * @throws {DomainError} UPSTREAM_TIMEOUT when the deadline has passed
 */
export function refuseLate(deadline: number | undefined, now = Date.now()): void {
  if (deadline === undefined || now < deadline) return;
  throw new DomainError('UPSTREAM_TIMEOUT', 'This took too long and was not done.');
}

/**
 * SQL that ends a statement of this transaction when nobody waits for it any more; empty without a
 * deadline. @throws {DomainError} UPSTREAM_TIMEOUT when the deadline has passed
 */
export function statementLimit(deadline: number | undefined, now = Date.now()): string {
  refuseLate(deadline, now);
  if (deadline === undefined) return '';
  return `; set local statement_timeout = ${Math.min(STATEMENT_MS, Math.ceil(deadline - now))}`;
}
