import { SIGNATURE_BYTES } from './signature-batch.ts';

/** Tags of ASN.1. Source: X.690. */
const INTEGER = 0x02;
const SEQUENCE = 0x30;
const HALF = SIGNATURE_BYTES / 2;

/** Writes a number of {@link HALF} bytes as ASN.1 has it: as short as it is, and never negative. */
function writeInteger(into: Uint8Array, at: number, signature: Uint8Array, from: number): number {
  const end = from + HALF;
  let first = from;
  while (first < end - 1 && signature[first] === 0) first += 1;
  const padding = (signature[first] ?? 0) >= 0x80 ? 1 : 0;
  into[at] = INTEGER;
  into[at + 1] = padding + end - first;
  let next = at + 2 + padding;
  for (let byte = first; byte < end; byte += 1) into[next++] = signature[byte] ?? 0;
  return next;
}

/**
 * A signature of r and s, {@link SIGNATURE_BYTES} bytes, as X.509 writes it. OpenSSL reads that form
 * at once; given the other, Node asks the key how long its numbers are, which takes a quarter of a
 * check. Null for another length. Source: RFC 3279 §2.2.3.
 */
export function derSignature(signature: Uint8Array): Uint8Array | null {
  if (signature.length !== SIGNATURE_BYTES) return null;
  const der = new Uint8Array(SIGNATURE_BYTES + 8);
  const middle = writeInteger(der, 2, signature, 0);
  const end = writeInteger(der, middle, signature, HALF);
  der[0] = SEQUENCE;
  der[1] = end - 2;
  return der.subarray(0, end);
}
