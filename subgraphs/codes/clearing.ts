import { clearBodies } from '../kit/audit/clear-bodies.ts';
import { RETENTION_DAYS } from '../kit/retained.ts';
import { retention, type RetentionParts } from '../kit/retention.ts';
import { movementReach } from './domain/policy/movement-reach.ts';
import type { PolicyTerm } from './domain/policy/versions.ts';
import type { ReferenceData } from './domain/recognition/reference.ts';
import { evidenceKept } from './persistence/evidence.entity.ts';
import { COUNTS_KEPT } from './persistence/verification-count.entity.ts';

/** What clearing needs. */
export interface ClearingParts extends Pick<RetentionParts, 'orm' | 'now' | 'log'> {
  readonly reference: () => Pick<ReferenceData, 'policies' | 'agreements'>;
  /** Policies of a region of another stack, as it signed them. */
  readonly foreignPolicies: (region: string) => readonly PolicyTerm[];
}

const SUBJECT = 'codes-retention';

/**
 * Deletes numbers of verifications and evidence of where somebody was that are kept no longer: not
 * before the last rule that could read it, here or where evidence is shared with. And what entries
 * of the audit log say, since codes serves it.
 */
export function clearing({ reference, foreignPolicies, ...parts }: ClearingParts) {
  function tables() {
    const { policies, agreements } = reference();
    const receivers = new Set(agreements.map(({ receiver }) => receiver));
    const all = [...policies, ...[...receivers].flatMap(foreignPolicies)];
    const longer = Math.max(0, movementReach(all, parts.now()) - RETENTION_DAYS.MOVEMENT);
    return [COUNTS_KEPT, ...evidenceKept(longer)];
  }
  const further = (goOn: () => boolean) => clearBodies(parts.orm, SUBJECT, goOn);
  return retention({ ...parts, subject: SUBJECT, tables, further });
}
