import type { ExposedStay } from '../domain/exposure/exposure.ts';

/** What the event of a stay says. Source: RULES.md §1. */
export function stayBody({ id: stayId, division, community, arrivedAt, leftAt }: ExposedStay) {
  const [arrived, left] = [arrivedAt.toISOString(), leftAt?.toISOString() ?? null];
  return { source: 'SELF', stayId, division, community, arrivedAt: arrived, leftAt: left };
}
