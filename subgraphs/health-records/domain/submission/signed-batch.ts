import type { Identity } from '../../../kit/identity.ts';
import { canonicalJson } from '../../../kit/standards/canonical-json.ts';
import { refuse } from '../checks.ts';
import { instantOf } from './row-texts.ts';
import { isFresh, type EvidenceReceipt, type submissionUseCases } from './submission.ts';
import type { SubmittedRow } from './submitted-row.ts';

/** A key with which a laboratory signs; its use is `evidence`. */
export interface EvidenceKey {
  readonly kid: string;
  readonly region: string;
  /** Name of the one laboratory that signs with it. */
  readonly laboratory: string;
  readonly notBefore: Date;
  /** Exclusive. */
  readonly notAfter: Date;
}

/**
 * Whose detached signature a text bears; null when the key is not known or the signature does not
 * fit. RFC 7515, appendix F: `header..signature`.
 */
export type VerifyEvidence = (text: string, signature: string) => Promise<EvidenceKey | null>;

/** What a laboratory signed, and the signature. */
export interface SignedBatch {
  /** `{"issuedAt", "laboratory", "region", "results"}` in the form of RFC 8785. */
  readonly batch: string;
  readonly signature: string;
}

const MEMBERS = 'issuedAt,laboratory,region,results';

/** A batch as it was read. */
interface Batch {
  readonly issuedAt: Date;
  readonly laboratory: unknown;
  readonly region: unknown;
  readonly results: readonly SubmittedRow[];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a text says when it is in canonical form; what says the same in another is nothing. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined; // no JSON, or nested deeper than anybody nests
  }
}

/** Reads a batch; total. @throws {DomainError} BAD_USER_INPUT */
export function readBatch(text: string): Batch {
  const value = parsed(text);
  if (!isRecord(value)) {
    refuse('batch', 'A batch is an object in the canonical form of RFC 8785.');
  }
  const { issuedAt, laboratory, region, results } = value;
  const at = typeof issuedAt === 'string' ? instantOf(issuedAt) : null;
  if (
    Object.keys(value).sort().join(',') !== MEMBERS ||
    !at ||
    !Array.isArray(results) ||
    !results.every(isRecord)
  ) {
    refuse('batch', 'A batch has issuedAt, laboratory, region and results, and nothing else.');
  }
  return { issuedAt: at, laboratory, region, results: results.map((row) => ({ ...row })) };
}

/** What the use case needs. */
export interface SignedBatchPorts {
  readonly submit: ReturnType<typeof submissionUseCases>['submit'];
  readonly verify: VerifyEvidence;
  readonly now: () => Date;
}

/** Use case of batches that a laboratory signed. Source: DESIGN.md §5; RULES.md §6.6. */
export function signedBatchUseCases({ submit, verify, now }: SignedBatchPorts) {
  return {
    /**
     * Takes in a batch whose signature is right: it is verified before anything of it is read.
     * @throws {DomainError} BAD_USER_INPUT, REGION_OUT_OF_SCOPE
     */
    async submitSigned({ batch, signature }: SignedBatch, by: Identity): Promise<EvidenceReceipt> {
      const key = await verify(batch, signature);
      const at = now();
      if (!key || at < key.notBefore || at >= key.notAfter) {
        refuse('signature', 'The signature is of no key that may sign evidence now.');
      }
      const { issuedAt, laboratory, region, results } = readBatch(batch);
      if (laboratory !== key.laboratory || region !== key.region) {
        refuse('batch', 'The key signs for another laboratory.');
      }
      if (!isFresh(issuedAt, at)) refuse('batch', 'A batch is of the last 24 hours.');
      const rows = results.map((row) => ({ ...row, laboratory: key.laboratory }));
      return submit({ region: key.region, results: rows, issuedAt }, by, key.kid);
    },
  };
}
