import { setTimeout as sleep } from 'node:timers/promises';
import type { CollectedNotes } from '../kit/audit/notes.ts';
import type { AuditAction } from '../kit/audit/trail.ts';
import { GRANTS_LEASE_MS } from '../kit/identity.ts';

const OF_RIGHTS: ReadonlySet<string> = new Set<AuditAction>([
  'ACCOUNT_CHANGED',
  'ACCOUNT_DISABLED',
  'ACCOUNT_ENABLED',
]);

/**
 * Ends a request: one that changed rights is answered when no gateway can still hold the old ones,
 * so that the very next request meets the new. Source: SECURITY.md, Roles.
 */
export function rightsEndWith(
  commit: () => Promise<void>,
  { entries }: Pick<CollectedNotes, 'entries'>,
): () => Promise<void> {
  return async () => {
    const changed = entries.some(({ kind }) => OF_RIGHTS.has(kind));
    await commit();
    if (changed) await sleep(GRANTS_LEASE_MS);
  };
}
