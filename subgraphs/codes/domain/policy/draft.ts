import type { Policy, Rule } from '../color/policy.ts';

/** A policy as it is proposed: rules for a region and a time, without a version yet. */
export interface NewPolicy {
  readonly region: string;
  readonly validFrom: Date;
  /** Exclusive; null = until a later version. */
  readonly validTo: Date | null;
  /** A status older than this gives no verdict but STALE. */
  readonly statusMaxAgeMinutes: number;
  readonly rules: readonly Rule[];
}

/** A published version; a withdrawn one has ended. */
export interface PolicyVersion extends Policy {
  readonly withdrawnAt: Date | null;
  readonly publishedAt: Date | null;
}

/** What is wrong with a policy. */
export const POLICY_FAULTS = [
  'SAME_ID',
  'GAP',
  'NEVER_HOLDS',
  'NEVER_ENDS',
  'EXIT_NEVER_TAKEN',
  'UNKNOWN_WORD',
  'WRONG_COLOR',
  'VERSION_REUSED',
  'WRONG_TIME',
] as const;

/** One thing that is wrong with a policy, and where. */
export interface PolicyFault {
  readonly kind: (typeof POLICY_FAULTS)[number];
  /** Dotted, such as `rules.2.exit`. */
  readonly path: string;
  /** Read by officials. */
  readonly message: string;
}
