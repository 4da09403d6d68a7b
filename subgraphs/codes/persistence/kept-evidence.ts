import type { EntityManager } from '@mikro-orm/postgresql';
import { run } from '../../kit/query.ts';
import { RETENTION_DAYS } from '../../kit/retained.ts';
import type { ReadEvent } from '../domain/code/intake-store.ts';
import type { Evidence } from '../domain/color/events-to-facts.ts';

const DAY_MS = 86_400_000;
/** Evidence is kept so long after it was taken in: until then its event may not have been cleared. */
const AT_LEAST_DAYS = 2;

/** What is kept of an event. */
interface Kept {
  readonly body: Readonly<Record<string, unknown>>;
  /** From when its days are counted, where it says that somebody was somewhere, and it is over. */
  readonly since: Date | null;
}

/** When what somebody says of where they were was over; undefined for what says nothing of it. */
function overAt(evidence: Evidence): Date | null | undefined {
  switch (evidence.kind) {
    case 'STAY':
      return null; // until the person says something newer of it
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
  const over = evidence ? overAt(evidence) : undefined;
  if (!evidence || over === undefined) return { body, since: null };
  const { source, supersedes } = evidence;
  const earliest = at.getTime() - (RETENTION_DAYS.MOVEMENT - AT_LEAST_DAYS) * DAY_MS;
  return {
    body: { ...evidence.body, source, ...(supersedes !== undefined && { supersedes }) },
    since: over && new Date(Math.max(over.getTime(), earliest)),
  };
}

/** Of some residents, what they said of stays before the last time, from an instant on. */
const SAID_BEFORE = `update codes.evidence t set kept_since = $3
  where t.region = $1 and t.resident_id = any($2::text[]) and t.kind = 'STAY'
    and t.kept_since is null and (select true from codes.evidence o
      where o.region = t.region and o.resident_id = t.resident_id and o.kind = 'STAY'
        and (o.taken_in_at, o.id) > (t.taken_in_at, t.id) limit 1)`;

/** Counts the days of what people said of stays before some events; their codes are locked. */
export async function countSaidBefore(
  em: EntityManager,
  region: string,
  events: readonly ReadEvent[],
  at: Date,
): Promise<void> {
  const said = events.filter(({ kind }) => kind === 'STAY');
  if (said.length === 0) return;
  const residents = [...new Set(said.map(({ residentId }) => residentId))];
  await run(em, SAID_BEFORE, [region, residents, at]);
}
