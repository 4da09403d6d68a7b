import type { Identity } from '../identity.ts';
import { withoutNumbers } from '../reason.ts';
import type { AuditNote, AuditTrail } from './trail.ts';

/** Who acts, as the log keeps it; a process when nothing else is said. */
export interface Actor extends Pick<Identity, 'subject'> {
  readonly kind?: Identity['kind'];
  readonly agency?: string | null;
  readonly purpose?: string | null | undefined;
}

/** An entry as the database appends it. */
export interface NewEntry {
  readonly region: string;
  readonly kind: string;
  /** JSON; its very bytes are what the chain commits to. */
  readonly body: string;
}

/** The trail of one transaction, with what was noted on it so far. */
export interface CollectedNotes extends AuditTrail {
  readonly entries: readonly NewEntry[];
}

function bodyOf(note: AuditNote, { subject, kind, agency, purpose }: Actor): string {
  const { action, residentId, objectId, reason, detail } = note;
  return JSON.stringify({
    ...{ action, subject, actor: kind ?? 'SYSTEM' },
    ...(agency != null && { agency }),
    ...(purpose != null && { purpose }),
    ...(residentId !== undefined && { residentId }),
    ...(objectId !== undefined && { objectId }),
    // Document and phone numbers have no place in a reason.
    ...(reason != null && reason !== '' && { reason: withoutNumbers(reason) }),
    ...(detail && { detail }),
  });
}

/** Collects what one transaction notes, in its order. */
export function collectNotes(actor: Actor): CollectedNotes {
  const entries: NewEntry[] = [];
  return {
    entries,
    note(note) {
      entries.push({ region: note.region, kind: note.action, body: bodyOf(note, actor) });
    },
  };
}
