import type { Persona } from '../../access/decisions.ts';

/** The two regions between which access is attacked. */
export const REGIONS = ['330000', '510000'] as const;
/** One of them. */
export type AttackedRegion = (typeof REGIONS)[number];

/** Somebody of a role in a region, to attack with. */
export interface Attacker {
  readonly persona: Persona;
  readonly region: AttackedRegion;
  readonly subject: string;
  readonly purpose: string | null;
}
