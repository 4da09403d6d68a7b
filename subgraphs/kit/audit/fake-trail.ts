import type { AuditNote, AuditTrail } from './trail.ts';

/** A trail over memory: what was noted, for tests. */
export interface FakeTrail extends AuditTrail {
  readonly notes: readonly AuditNote[];
}

/** Makes a {@link FakeTrail}. */
export function fakeTrail(): FakeTrail {
  const notes: AuditNote[] = [];
  return { notes, note: (entry) => void notes.push(entry) };
}
