import { inForce, type PolicyTerm } from './versions.ts';

/** A lapse of check-ins, and the rest of a day, may go on from a ground that has just ended. */
const MARGIN_DAYS = 2;

/** Versions that decide now or may later: of each region the one in force, and those to come. */
function deciding(policies: readonly PolicyTerm[], now: Date): readonly PolicyTerm[] {
  const byRegion = Map.groupBy(policies, ({ region }) => region);
  return [...byRegion.values()].flatMap((versions) => {
    const current = inForce(versions, now);
    const toCome = versions.filter(({ validFrom }) => validFrom > now);
    return current ? [current, ...toCome] : toCome;
  });
}

function longest(days: readonly number[]): number {
  return Math.max(0, ...days);
}

/**
 * How many days after it was over a stay or an entry may still count for a decision under some
 * policies, directly or by the duty to check in that it made; 0 when no rule reads either. Pure.
 */
export function movementReach(policies: readonly PolicyTerm[], now: Date): number {
  const conditions = deciding(policies, now)
    .flatMap(({ rules }) => rules ?? [])
    .map(({ condition }) => condition);
  const read = conditions.flatMap((condition) =>
    condition.kind === 'RISK_AREA_STAY' || condition.kind === 'ENTRY_FROM_ABROAD'
      ? condition.days
      : [],
  );
  const lapses = conditions.flatMap((condition) =>
    condition.kind === 'CHECK_INS_LAPSED' ? condition.days : [],
  );
  return read.length === 0 ? 0 : longest(read) + longest(lapses) + MARGIN_DAYS;
}
