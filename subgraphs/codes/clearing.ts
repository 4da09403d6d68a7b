import { clearBodies } from '../kit/audit/clear-bodies.ts';
import { hourly, retention, type RetentionParts } from '../kit/retention.ts';
import { clearerOf } from '../kit/scope/row-policies.ts';
import { evidenceReach } from './domain/policy/evidence-reach.ts';
import type { PolicyTerm } from './domain/policy/versions.ts';
import type { ReferenceData } from './domain/recognition/reference.ts';
import { declared } from './persistence/retained.ts';

/** What clearing needs. */
export interface ClearingParts extends Pick<RetentionParts, 'orm' | 'now' | 'log'> {
  readonly reference: () => Pick<ReferenceData, 'policies' | 'agreements'>;
  /** Policies of a region of another stack, as it signed them. */
  readonly foreignPolicies: (region: string) => readonly PolicyTerm[];
}

/**
 * Deletes numbers of verifications, decisions and evidence that are kept no longer: evidence not
 * before the last rule that could read it, here or where it is shared with. And what entries of the
 * audit log say, since codes serves it.
 */
export function clearing({ reference, foreignPolicies, ...parts }: ClearingParts) {
  function tables() {
    const { policies, agreements } = reference();
    const receivers = new Set(agreements.map(({ receiver }) => receiver));
    const all = [...policies, ...[...receivers].flatMap(foreignPolicies)];
    const now = parts.now();
    return hourly(declared(evidenceReach(all, now), now));
  }
  const further = (goOn: () => boolean) => clearBodies(parts.orm, clearerOf('codes'), goOn);
  return retention({ ...parts, subgraph: 'codes', tables, further });
}
