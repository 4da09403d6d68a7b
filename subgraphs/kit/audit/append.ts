import type { EntityManager } from '@mikro-orm/postgresql';
import { DomainError } from '../domain-error.ts';
import { run } from '../query.ts';
import type { NewEntry } from './notes.ts';

/** SQLSTATE with which `audit.append` refuses when no checkpoint came for fifteen minutes. */
export const NO_CHECKPOINT = 'TG001';
/** The chain's head was not free in time. */
const LOCK_TIMEOUT = '55P03';

function sqlStateOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/**
 * Appends a transaction's entries, as its last statement before COMMIT: the heads of the chains
 * stay locked no longer than the commit takes.
 * @throws {DomainError} AUDIT_UNAVAILABLE: what cannot be logged does not happen
 */
export async function appendEntries(
  em: EntityManager,
  entries: readonly NewEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  try {
    await run(em, 'select audit.append($1)', [JSON.stringify(entries)]);
  } catch (cause) {
    const state = sqlStateOf(cause);
    if (state !== NO_CHECKPOINT && state !== LOCK_TIMEOUT) throw cause;
    throw new DomainError('AUDIT_UNAVAILABLE', 'The audit log cannot be written now.', { cause });
  }
}
