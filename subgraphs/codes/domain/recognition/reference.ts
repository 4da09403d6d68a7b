import type { Policy } from '../color/policy.ts';
import { inForce } from '../policy/versions.ts';
import type { Texts } from '../texts.ts';
import type { TrustIndex } from '../trust/trust-list.ts';
import type { Agreement } from './agreement.ts';

/** A region as the graph shows it. */
export interface Region {
  readonly id: string;
  readonly names: Texts;
}

/** What recognition needs of what is the same for everyone: loaded as a whole, replaced as a whole. */
export interface ReferenceData {
  readonly regions: ReadonlyMap<string, Region>;
  /** Null until a trust list was published and verified. */
  readonly trust: TrustIndex | null;
  /** Verified agreements that are not withdrawn. */
  readonly agreements: readonly Agreement[];
  readonly policies: readonly Policy[];
}

/** Gives the reference data in force. */
export type CurrentReference = () => ReferenceData;

/** The newest version of a region's policy in force at an instant; null when there is none. */
export function policyFor(policies: readonly Policy[], region: string, at: Date): Policy | null {
  const versions = policies.filter((policy) => policy.region === region);
  return inForce(versions, at);
}
