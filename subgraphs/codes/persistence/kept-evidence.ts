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
  /** From when its days are counted; null while it is not over. */
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

/** The later of when something ends and when it was taken in; null while nobody says when it ends. */
function afterEnd(until: Date | null, at: Date): Date | null {
  return until && new Date(Math.max(until.getTime(), at.getTime()));
}

/** From when the days of other evidence are counted: when it was taken in, or ends after that. */
function sinceOf(evidence: Evidence, at: Date): Date | null {
  switch (evidence.kind) {
    case 'DECLARATION':
      return null; // until the person says something newer of it
    case 'ISOLATION_ORDER':
    case 'ISOLATION_EXTENSION':
    case 'OVERRIDE':
      return afterEnd(evidence.body.until, at);
    default:
      return at;
  }
}

/**
 * What is kept of an event that is taken in at an instant. Of where somebody was it is what rules
 * read and no more, whatever its producer said. Source: RULES.md §11.
 */
export function keptOf({ body, incoming }: ReadEvent, at: Date): Kept {
  const evidence = incoming.kind === 'EVIDENCE' ? incoming.evidence : null;
  const over = evidence ? overAt(evidence) : undefined;
  if (!evidence || over === undefined) {
    return { body, since: evidence ? sinceOf(evidence, at) : at };
  }
  const { source, supersedes } = evidence;
  const earliest = at.getTime() - (RETENTION_DAYS.MOVEMENT - AT_LEAST_DAYS) * DAY_MS;
  return {
    body: { ...evidence.body, source, ...(supersedes !== undefined && { supersedes }) },
    since: over && new Date(Math.max(over.getTime(), earliest)),
  };
}

/**
 * Of some residents, what they said of stays before the last time, from an instant on; and what they
 * said before of how they are, from when it was taken in.
 */
const SAID_BEFORE = `update codes.evidence t
  set kept_since = case t.kind when 'STAY' then $3 else t.taken_in_at end
  where t.region = $1 and t.resident_id = any($2::text[]) and t.kind in ('STAY', 'DECLARATION')
    and t.kept_since is null and (select true from codes.evidence o
      where o.region = t.region and o.resident_id = t.resident_id and o.kind = t.kind
        and (o.taken_in_at, o.id) > (t.taken_in_at, t.id) limit 1)`;

/** Counts the days of what people said before some events; their codes are locked. */
export async function countSaidBefore(
  em: EntityManager,
  region: string,
  events: readonly ReadEvent[],
  at: Date,
): Promise<void> {
  const said = events.filter(({ kind }) => kind === 'STAY' || kind === 'DECLARATION');
  if (said.length === 0) return;
  const residents = [...new Set(said.map(({ residentId }) => residentId))];
  await run(em, SAID_BEFORE, [region, residents, at]);
}
