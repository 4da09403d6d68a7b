import { RETENTION_DAYS } from '../../kit/retained.ts';
import type { ReadEvent } from '../domain/code/intake-store.ts';
import type { Evidence } from '../domain/color/events-to-facts.ts';

const DAY_MS = 86_400_000;
/** Evidence is kept so long after it was taken in: until then its event may not have been cleared. */
const AT_LEAST_DAYS = 2;

/** What is kept of an event. */
interface Kept {
  readonly body: Readonly<Record<string, unknown>>;
  /** Where somebody was: from when its days are counted; null for other kinds, and while it lasts. */
  readonly since: Date | null;
}

/** When what somebody says of where they were was over; undefined for what says nothing of it. */
function overAt(evidence: Evidence, at: Date): Date | null | undefined {
  switch (evidence.kind) {
    case 'STAY':
      return at;
    case 'RISK_AREA_STAY':
      return evidence.body.until;
    case 'ENTRY':
      return evidence.body.enteredAt;
    default:
      return undefined;
  }
}

/**
 * What is kept of an event that is taken in at an instant. Of where somebody was it is what rules
 * read and no more, whatever its producer said. Source: RULES.md §11.
 */
export function keptOf({ body, incoming }: ReadEvent, at: Date): Kept {
  const evidence = incoming.kind === 'EVIDENCE' ? incoming.evidence : null;
  const over = evidence ? overAt(evidence, at) : undefined;
  if (!evidence || over === undefined) return { body, since: null };
  const { source, supersedes } = evidence;
  const earliest = at.getTime() - (RETENTION_DAYS.MOVEMENT - AT_LEAST_DAYS) * DAY_MS;
  return {
    body: { ...evidence.body, source, ...(supersedes !== undefined && { supersedes }) },
    since: over && new Date(Math.max(over.getTime(), earliest)),
  };
}
