import { dayOf } from '../../../kit/standards/shanghai-day.ts';
import type { Facts, DeclarationFact } from '../color/facts.ts';
import type { RiskLevel, Place } from '../color/policy.ts';
import type { EvidenceNeeds, SharedKind } from './evidence-needs.ts';

/**
 * A day as regions share it: its number in Asia/Shanghai, days since 1970. OPEN goes on without an
 * end, UNKNOWN was never said; null: none within the days that matter.
 */
export type CoarseDay = number | 'OPEN' | 'UNKNOWN' | null;

/** The last of some days that is not too long ago. */
function lastOf(instants: readonly Date[], days: number, now: Date): CoarseDay {
  if (instants.length === 0) return null;
  const last = dayOf(Math.max(...instants.map((instant) => instant.getTime())));
  return dayOf(now.getTime()) - last <= days ? last : null;
}

/** The last day of what goes on until then; OPEN when something has no end. */
function untilOf(ends: readonly (Date | null)[], now: Date): CoarseDay {
  const going = ends.filter((end) => end === null || end > now);
  if (going.length === 0) return null;
  if (going.includes(null)) return 'OPEN';
  return dayOf(Math.max(...going.map((end) => end?.getTime() ?? 0)));
}

function results({ results: all }: Facts, result: 'DETECTED' | 'NOT_DETECTED', now: Date) {
  if (all === 'unknown') return [];
  const of = all.filter((one) => one.result === result).map((one) => one.sampleCollectedAt);
  // A sample of the future frees nobody.
  return result === 'DETECTED' ? of : of.filter((at) => at <= now);
}

function stayed({ stays }: Facts, level: RiskLevel, days: number, now: Date): CoarseDay {
  if (stays === 'unknown') return 'UNKNOWN';
  const there = stays.filter(
    ({ level: of, from, until }) => of === level && from <= now && (until === null || until > from),
  );
  if (there.some(({ until }) => until === null)) return 'OPEN';
  return lastOf(
    there.flatMap(({ until }) => until ?? []),
    days,
    now,
  );
}

/** One that was released matters only where the receiver's rules hold people beyond that. */
function ordered({ orders }: Facts, place: Place, days: number, now: Date): CoarseDay {
  if (orders === 'unknown') return 'UNKNOWN';
  const ends = orders
    .filter((order) => order.place === place)
    .filter(({ releasedAt }) => days > 0 || releasedAt === null || releasedAt > now)
    .map(({ until }) => until);
  return untilOf(ends, now);
}

function symptom(facts: Facts, needs: EvidenceNeeds, days: number, now: Date): CoarseDay {
  const { declarations, checkIns } = facts;
  if (declarations === 'unknown' || checkIns === 'unknown') return 'UNKNOWN';
  const named: ReadonlySet<string> = new Set(needs.symptoms);
  const ill = ({ symptoms }: DeclarationFact) => symptoms.some((term) => named.has(term));
  const reports = [...declarations, ...checkIns].filter(ill);
  return lastOf(
    reports.map(({ at }) => at),
    days,
    now,
  );
}

function dayOfKind(kind: SharedKind, facts: Facts, needs: EvidenceNeeds, now: Date): CoarseDay {
  const days = needs.days.get(kind) ?? 0;
  const { contacts, entries, overrides } = facts;
  switch (kind) {
    case 'NOT_DETECTED':
    case 'DETECTED':
      if (facts.results === 'unknown') return 'UNKNOWN';
      return lastOf(results(facts, kind, now), days, now);
    case 'HIGH_STAY':
      return stayed(facts, 'HIGH', days, now);
    case 'MEDIUM_STAY':
      return stayed(facts, 'MEDIUM', days, now);
    case 'LOW_STAY':
      return stayed(facts, 'LOW', days, now);
    case 'CONTACT': {
      if (contacts === 'unknown') return 'UNKNOWN';
      const stands = contacts.filter(
        ({ withdrawnAt }) => withdrawnAt === null || withdrawnAt > now,
      );
      return lastOf(
        stands.map(({ lastContactAt }) => lastContactAt),
        days,
        now,
      );
    }
    case 'ENTRY':
      if (entries === 'unknown') return 'UNKNOWN';
      return lastOf(
        entries.map(({ enteredAt }) => enteredAt),
        days,
        now,
      );
    case 'SYMPTOM':
      return symptom(facts, needs, days, now);
    case 'HOME_ORDER':
      return ordered(facts, 'HOME', days, now);
    case 'CENTRAL_ORDER':
      return ordered(facts, 'CENTRAL', days, now);
    case 'STRICTER_OVERRIDE': {
      if (overrides === 'unknown') return 'UNKNOWN';
      const stricter = overrides.filter(({ direction }) => direction === 'STRICTER');
      return untilOf(
        stricter.map(({ until }) => until),
        now,
      );
    }
  }
}

/**
 * What is shared of one person's facts: of each kind that is needed the last day, never where, never
 * of which result. Source: RULES.md §9.
 */
export function coarseDates(
  facts: Facts,
  needs: EvidenceNeeds,
  now: Date,
): ReadonlyMap<SharedKind, CoarseDay> {
  return new Map([...needs.days.keys()].map((kind) => [kind, dayOfKind(kind, facts, needs, now)]));
}
