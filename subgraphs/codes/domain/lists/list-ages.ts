import { policyFor } from '../policy/versions.ts';
import { maxAgeMinutesOf } from '../recognition/recognize.ts';
import type { HeldLists } from './held-lists.ts';

/** How old the word of one issuer is. */
export interface ListAge {
  readonly issuer: string;
  /** As of when its lists hold. */
  readonly asOf: Date;
  /** TOO_OLD: what they say is STALE. AGEING: half of the time until then has gone. */
  readonly standing: 'FRESH' | 'AGEING' | 'TOO_OLD';
}

/** How old the lists of all issuers are for a region (GB/T 2260 code), the oldest one first. */
export interface ListAges {
  /** How old a status may be here, in minutes, by the region's policy. */
  readonly limitMinutes: number;
  readonly issuers: readonly ListAge[];
}

/** How old a word that holds as of an instant is, by how old one may be. */
export function standingOfAge(asOf: Date, limitMinutes: number, now: Date): ListAge['standing'] {
  const minutes = (now.getTime() - asOf.getTime()) / 60_000;
  if (minutes > limitMinutes) return 'TOO_OLD';
  return minutes > limitMinutes / 2 ? 'AGEING' : 'FRESH';
}

/** Measures held lists against the policy of a receiving region. Source: DESIGN.md §6, STALE. */
export function listAges({ terms, issuers }: HeldLists, presentedIn: string, now: Date): ListAges {
  const policy = policyFor(terms.get(presentedIn)?.policies ?? [], presentedIn, now);
  const limitMinutes = maxAgeMinutesOf(policy);
  const ages = [...issuers].map(([issuer, { statement }]) => {
    const { issuedAt: asOf } = statement;
    return { issuer, asOf, standing: standingOfAge(asOf, limitMinutes, now) };
  });
  return { limitMinutes, issuers: ages.toSorted((a, b) => a.asOf.getTime() - b.asOf.getTime()) };
}
