import { verify } from 'node:crypto';
import type { SignatureCheck } from '../domain/token/keys.ts';
import { derSignature } from './der-signature.ts';
import { p256Keys } from './node-crypto.ts';
import { unpackChecks, type SignatureBatch } from './signature-batch.ts';

// What a thread of verify-threads.ts runs. It keeps the keys that it has parsed.
const keyOf = p256Keys();

function holds({ key, data, signature }: SignatureCheck): boolean {
  try {
    const der = derSignature(signature);
    return der !== null && verify('sha256', data, keyOf(key), der);
  } catch {
    return false; // a key that cannot be read signs nothing
  }
}

/** Checks all signatures of a batch: 1 = it holds, 0 = it does not. */
export function checkBatch(batch: SignatureBatch): Uint8Array {
  return Uint8Array.from(unpackChecks(batch), (check) => Number(holds(check)));
}
