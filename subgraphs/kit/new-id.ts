import { randomBytes } from 'node:crypto';
import { ID_BYTES, opaqueId } from './standards/opaque-id.ts';

/** Ids for which chance is fetched at once: asking the system for it costs more than the id. */
const AHEAD = 256;

let chance: Buffer = Buffer.alloc(0);
let used = 0;

/** A new id of a region. Source: DESIGN.md §4. */
export function newId(region: string): string {
  if (used === chance.length) [chance, used] = [randomBytes(AHEAD * ID_BYTES), 0];
  const random = chance.subarray(used, (used += ID_BYTES));
  return opaqueId(region, random);
}
