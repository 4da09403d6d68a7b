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

/** For how many days after it was over something may still count for a decision. */
export interface EvidenceReach {
  /** A stay or an entry, directly or by the duty to check in that it made; 0 when no rule reads either. */
  readonly movement: number;
  /** A result, a contact, a symptom, or what leads out of what any rule reads. */
  readonly others: number;
  /** An order, which lasts as long as it says: by the duty to check in alone. */
  readonly orders: number;
}

/** How far some policies reach back. Pure. Source: RULES.md §11.3. */
export function evidenceReach(policies: readonly PolicyTerm[], now: Date): EvidenceReach {
  const conditions = deciding(policies, now)
    .flatMap(({ rules }) => rules ?? [])
    .map(({ condition }) => condition);
  const daysOf = (...kinds: readonly string[]) =>
    conditions.flatMap((one) => ('days' in one && kinds.includes(one.kind) ? one.days : []));
  const movement = daysOf('RISK_AREA_STAY', 'ENTRY_FROM_ABROAD');
  const stated = daysOf('DETECTED_RESULT', 'CONTACT_NOTICE', 'SYMPTOM');
  const orders = longest(daysOf('CHECK_INS_LAPSED')) + MARGIN_DAYS;
  return {
    movement: movement.length === 0 ? 0 : longest(movement) + orders,
    others: longest([...movement, ...stated]) + orders,
    orders,
  };
}
