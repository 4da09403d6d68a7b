import type { AuditNote } from '../../../kit/audit/trail.ts';
import { merkleTreeHash, type Sha256 } from '../../../kit/standards/merkle.ts';
import type { ColorDecision } from './health-code.ts';

/** Up to so many decisions of one transaction have an entry of the audit log each. */
export const SINGLE_MAX = 20;

/**
 * Decisions that share one entry of the audit log. The leaves are hashes: who sees them learns
 * nothing of the others, whose ids nobody guesses.
 */
export interface DecisionChunk {
  readonly region: string;
  readonly id: string;
  /** SHA-256 of {@link decisionText}, in the order of the decisions. */
  readonly leaves: readonly Uint8Array[];
  readonly decidedAt: Date;
}

const utf8 = new TextEncoder();

/** What the log says of one decision of a chunk, JSON; a receipt holds it. */
export function decisionText(decision: ColorDecision): string {
  const { id, residentId, fromState, fromColor, toState, toColor } = decision;
  return JSON.stringify({
    ...{ decisionId: id, residentId, fromState, fromColor, toState, toColor },
    ...{ policyVersion: decision.policyVersion, decidedAt: decision.decidedAt.toISOString() },
  });
}

/** Makes the chunk of some decisions. */
export function chunkOf(
  decisions: readonly ColorDecision[],
  { id, region, at }: { readonly id: string; readonly region: string; readonly at: Date },
  sha256: Sha256,
): DecisionChunk {
  const leaves = decisions.map((one) => sha256(utf8.encode(decisionText(one))));
  return { region, id, leaves, decidedAt: at };
}

/** The one entry of a chunk: how many, and the Merkle root over them. */
export function chunkNote(
  { region, id, leaves }: DecisionChunk,
  policyVersion: number,
  sha256: Sha256,
): AuditNote {
  const root = merkleTreeHash(leaves, sha256);
  const hex = Array.from(root, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return {
    ...{ region, action: 'COLORS_DECIDED', objectId: id },
    detail: { count: leaves.length, root: hex, policyVersion },
  };
}

/** The entry of a decision that has one of its own. */
export function decisionNote(decision: ColorDecision): AuditNote {
  const { region, residentId, id, fromState, fromColor, toState, toColor } = decision;
  return {
    ...{ region, action: 'COLOR_DECIDED', residentId, objectId: id },
    detail: {
      ...{ fromState, fromColor, toState, toColor },
      policyVersion: decision.policyVersion,
    },
  };
}
