import { DomainError } from './domain-error.ts';
import { KeyUnavailableError } from './keys/key-wrapper.ts';

/**
 * SQLSTATE classes of a database that cannot now: connection, transaction rolled back (deadlock),
 * resources, lock not available, operator's doing, system; and names of Node's network errors.
 */
const CODE = /^(08|25|40|53|55|57|58)[0-9A-Z]{3}$|^E[A-Z]{3,}$/;
const SENTENCE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client was closed)/;

/** Whoever throws it knows that its cause has to do with when, whatever that looks like. */
export class NotNowError extends Error {
  override readonly name = 'NotNowError';
}

/**
 * True for a fault that has to do with when and not with what: the same, tried later, may succeed.
 * Anything else fails each time until somebody looks at it. A key that is not given here is given
 * later, as one is that was forgotten at a rotation.
 */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof NotNowError || error instanceof KeyUnavailableError) return true;
  if (error instanceof DomainError) return error.code === 'AUDIT_UNAVAILABLE';
  if ('code' in error && CODE.test(String(error.code))) return true;
  if (SENTENCE.test(error.message)) return true;
  if (error instanceof AggregateError) return error.errors.some(isTransient);
  return error.cause !== undefined && isTransient(error.cause);
}
