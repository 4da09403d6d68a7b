import type { TokenClaims } from '../token/claims.ts';
import { placeOf, uriOf, type StatusPlace } from './place.ts';

/** Length of a token's id. */
export const CTI_BYTES = 8;

function idAt(bytes: Uint8Array, at: number): bigint {
  return new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(at);
}

/** Ids in ascending order: as long as they were sent, where a set of texts takes thirty times that. */
function inOrder(ctis: Uint8Array): BigUint64Array {
  const ids = new BigUint64Array(ctis.length / CTI_BYTES);
  for (let at = 0; at < ids.length; at += 1) ids[at] = idAt(ctis, at * CTI_BYTES);
  return ids.sort();
}

function holds(ids: BigUint64Array, id: bigint): boolean {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? 0n) < id) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id;
}

/**
 * Look-ups of what a statement says is withdrawn: by id (`ctis`, one after another) and by place. Keys are
 * taken out of the trust list instead.
 */
export function withdrawnBy({
  ctis,
  places,
}: {
  readonly ctis: Uint8Array;
  readonly places: readonly StatusPlace[];
}) {
  const ids = inOrder(ctis);
  const at = new Set(places.map(({ list, place }) => `${uriOf(list)} ${place}`));
  return (claims: TokenClaims): boolean => {
    if (ids.length > 0 && holds(ids, idAt(claims.cti, 0))) return true;
    const place = at.size > 0 ? placeOf(claims) : null;
    return place !== null && at.has(`${uriOf(place.list)} ${place.place}`);
  };
}
