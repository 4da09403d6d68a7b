import { RETENTION_DAYS, type Retained } from '../../kit/retained.ts';
import type { EvidenceReach } from '../domain/policy/evidence-reach.ts';
import { KINDS_KEPT } from './evidence.entity.ts';

// Each is asked of one row, by an index, and gives one value: as joins, the planner would take the
// rows of a region, which row security makes it think few, one by one for each row.
const OF_RESIDENT = 'o.region = t.region and o.resident_id = t.resident_id';

/** Whoever reads a decision finds what it cites, until another follows it. */
const NOT_CITED = `(select (select d.detail from codes.color_decision d
    where d.region = o.region and d.code_id = o.id order by d.decided_at desc, d.id desc limit 1)
    @> jsonb_build_object('reasons', jsonb_build_array(
      jsonb_build_object('evidence', jsonb_build_array(jsonb_build_object('id', t.id)))))
  from codes.health_code o where ${OF_RESIDENT}) is not true`;

/** What it supersedes would count again without it. */
const SUPERSEDES_NONE = `(select true from codes.evidence o
  where ${OF_RESIDENT} and o.id = t.body ->> 'supersedes' limit 1) is null`;

/** The last of a kind that somebody said, and that counts. */
function laterOf(kind: string): string {
  return `(select true from codes.evidence o where ${OF_RESIDENT}
  and o.kind = '${kind}' and (t.kind <> '${kind}' or (o.taken_in_at, o.id) > (t.taken_in_at, t.id))
  and (select true from codes.evidence s where s.region = o.region
    and s.resident_id = o.resident_id and s.body ->> 'supersedes' = o.id limit 1) is null
  limit 1)`;
}

/** Stays are unknown until one was declared: the last that was, and counts, stands for all. */
const STAYS_KNOWN = `(t.kind = 'ENTRY' or ${laterOf('STAY')})`;

/** What an open stay was told to be before it was told anew. */
const SUPERSEDED = `(select true from codes.evidence o
  where ${OF_RESIDENT} and o.kind in ('STAY', 'RISK_AREA_STAY')
    and o.body ->> 'supersedes' = t.id limit 1)`;

/** Declarations are unknown until one was reviewed: the last that was, and counts, stands for all. */
const DECLARATIONS_KNOWN = `(t.kind <> 'DECLARATION' or ${laterOf('DECLARATION')})`;

/** A release or an extension counts for its order, a withdrawal for its notice: none goes before. */
const ATTACHED_TO_NONE = `(${attached('ISOLATION_EXTENSION', 'ISOLATION_ORDER', 'orderId')}
  and ${attached('ISOLATION_RELEASE', 'ISOLATION_ORDER', 'orderId')}
  and ${attached('CONTACT_WITHDRAWAL', 'CONTACT_NOTICE', 'noticeId')})`;

function attached(kind: string, to: string, id: string): string {
  return `(t.kind <> '${kind}' or (select true from codes.evidence o where ${OF_RESIDENT}
    and o.kind = '${to}' and o.body ->> '${id}' = t.body ->> '${id}' limit 1) is null)`;
}

/** Condition of orders and extensions `o` that last beyond an instant, or without an end. */
function lastsBeyond(at: Date): string {
  return `coalesce((o.body ->> 'until')::timestamptz, 'infinity') > '${at.toISOString()}'`;
}

/** Of an order that was extended the last end counts. */
function extendedBeyond(at: Date): string {
  return `(t.kind = 'ISOLATION_ORDER' and (select true from codes.evidence o
    where ${OF_RESIDENT} and o.kind = 'ISOLATION_EXTENSION'
      and o.body ->> 'orderId' = t.body ->> 'orderId' and ${lastsBeyond(at)} limit 1)) is not true`;
}

/** Results and check-ins led out of an order for as long as it lasts. */
function leadsOutOfNone(at: Date): string {
  return `(t.kind in ('TEST_RESULT', 'CHECK_IN') and (select true from codes.evidence o
    where ${OF_RESIDENT} and o.kind in ('ISOLATION_ORDER', 'ISOLATION_EXTENSION')
      and ${lastsBeyond(at)} limit 1)) is not true`;
}

const DAY_MS = 86_400_000;
const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * DAY_MS);

/**
 * Evidence is kept so long, and longer where rules read what was longer ago: where somebody was, how
 * they said that they were, and what others said of them. Source: RULES.md §11.
 */
export function evidenceKept(
  { movement, others, orders }: EvidenceReach,
  now: Date,
): readonly Retained[] {
  const of = (name: keyof typeof KINDS_KEPT) => ({
    since: 'kept_since',
    of: `t.${KINDS_KEPT[name]}`,
  });
  const longer = (kept: 'MOVEMENT' | 'SELF_REPORTS' | 'EVIDENCE', reach: number) => ({
    ...{ table: 'codes.evidence', class: kept },
    longer: Math.max(0, reach - RETENTION_DAYS[kept]),
  });
  const unread = `${SUPERSEDES_NONE} and ${NOT_CITED}`;
  const noOrder = leadsOutOfNone(daysBefore(now, orders));
  const evidence = longer('EVIDENCE', others);
  const ended = extendedBeyond(daysBefore(now, RETENTION_DAYS.EVIDENCE + evidence.longer));
  return [
    {
      ...{ ...longer('MOVEMENT', movement), since: 'taken_in_at' },
      of: `t.kind = 'RISK_AREA_STAY' and t.kept_since is null`,
      when: `${SUPERSEDED} and ${STAYS_KNOWN} and ${unread}`,
    },
    { ...longer('MOVEMENT', movement), ...of('movement'), when: `${STAYS_KNOWN} and ${unread}` },
    {
      ...{ ...longer('SELF_REPORTS', others), ...of('self') },
      when: `${DECLARATIONS_KNOWN} and ${noOrder} and ${unread}`,
    },
    {
      ...{ ...evidence, ...of('others') },
      when: `${ended} and ${noOrder} and ${ATTACHED_TO_NONE} and ${unread}`,
    },
  ];
}
