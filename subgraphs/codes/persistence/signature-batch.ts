import type { SignatureCheck } from '../domain/token/keys.ts';

/** Many checks of signatures in one piece of memory, which another thread is handed as it is. */
export interface SignatureBatch {
  readonly keys: readonly SignatureCheck['key'][];
  readonly count: number;
  /** Of each: number of its key, length of its data, 4 bytes each; the signature; the data. */
  readonly packed: ArrayBuffer;
}

/** Length of an ES256 signature, in bytes. */
export const SIGNATURE_BYTES = 64;
const HEAD_BYTES = 8;

/** Packs checks; each signature must have {@link SIGNATURE_BYTES}. */
export function packChecks(checks: readonly SignatureCheck[]): SignatureBatch {
  const each = HEAD_BYTES + SIGNATURE_BYTES;
  const size = checks.reduce((sum, { data }) => sum + each + data.length, 0);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const places = new Map<SignatureCheck['key'], number>();
  let at = 0;
  for (const { key, data, signature } of checks) {
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    view.setUint32(at, place);
    view.setUint32(at + 4, data.length);
    bytes.set(signature, at + HEAD_BYTES);
    bytes.set(data, at + each);
    at += each + data.length;
  }
  const keys = [...places.keys()].map(({ kid, spki }) => ({ kid, spki }));
  return { keys, count: checks.length, packed: bytes.buffer };
}

/** The checks of a batch, in order. Their bytes are those of the batch. */
export function* unpackChecks({ keys, count, packed }: SignatureBatch): Iterable<SignatureCheck> {
  const view = new DataView(packed);
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    const [key, length] = [keys[view.getUint32(at)], view.getUint32(at + 4)];
    if (!key) throw new Error('A check names no key of its batch.');
    const signature = new Uint8Array(packed, at + HEAD_BYTES, SIGNATURE_BYTES);
    const data = new Uint8Array(packed, at + HEAD_BYTES + SIGNATURE_BYTES, length);
    yield { key, data, signature };
    at += HEAD_BYTES + SIGNATURE_BYTES + length;
  }
}
