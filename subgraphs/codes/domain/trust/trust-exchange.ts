import type { Sha256 } from '../../../kit/standards/merkle.ts';
import { asInteger, asMap, decodeCbor } from '../token/cbor.ts';
import { hexOf } from '../token/bytes.ts';
import { readByMany } from '../token/cose-sign.ts';
import { openDelta, trustDelta, type DeltaFault } from './trust-delta.ts';
import { openTrustList, type TrustIndex, type TrustRules } from './trust-list.ts';

/**
 * Name of exactly these signed bytes, as an entity tag: version and the first 16 digits of their
 * SHA-256. Null for what is no list. Source: RFC 9110 §8.8.3.
 */
export function trustETag(signed: Uint8Array, sha256: Sha256): string | null {
  const list = readByMany(signed);
  const version = asInteger(asMap(list && decodeCbor(list.payload))?.get('version'));
  return version === null ? null : `"${version}-${hexOf(sha256(signed)).slice(0, 16)}"`;
}

/** The version that an entity tag names; null for what is none. */
export function versionOfETag(etag: string): number | null {
  const version = /^"(\d{1,9})-[\da-f]{16}"$/.exec(etag)?.[1];
  return version === undefined ? null : Number(version);
}

/** What a stack answers to one that may hold a list already. */
export type TrustAnswer =
  | { readonly change: 'NONE'; readonly bytes: null }
  | { readonly change: 'DELTA' | 'WHOLE'; readonly bytes: Uint8Array };

/**
 * The answer to a request for the newest list: nothing where the asking side holds it or a newer one, a delta where
 * what it holds is kept here, and smaller, else the whole list.
 */
export function answerTrustList(
  newest: Uint8Array,
  held: string | null,
  keptAs: (version: number) => Uint8Array | null,
  sha256: Sha256,
): TrustAnswer {
  if (held !== null && held === trustETag(newest, sha256)) return { change: 'NONE', bytes: null };
  const version = held === null ? null : versionOfETag(held);
  const own = versionOfETag(trustETag(newest, sha256) ?? '');
  if (version !== null && own !== null && version > own) return { change: 'NONE', bytes: null };
  const base = version === null ? null : keptAs(version);
  const same = base !== null && trustETag(base, sha256) === held;
  const delta = same ? trustDelta(base, newest) : null;
  if (delta && delta.length < newest.length) return { change: 'DELTA', bytes: delta };
  return { change: 'WHOLE', bytes: newest };
}

/** Takes an answer: the new list with its signed bytes, or why it is not taken; null for no change. */
export async function takeTrustAnswer(
  held: Uint8Array | null,
  { change, bytes }: TrustAnswer,
  rules: TrustRules,
): Promise<
  { readonly bytes: Uint8Array; readonly index: TrustIndex } | { readonly fault: DeltaFault } | null
> {
  if (change === 'NONE') return null;
  if (change === 'DELTA') return held ? openDelta(held, bytes, rules) : { fault: 'WRONG_BASE' };
  const index = await openTrustList(bytes, rules);
  return 'fault' in index ? { fault: index.fault } : { bytes, index };
}
