/** Crockford's base 32: no I, L, O, U, so that an id read aloud stays itself. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ID = /^(\d{6}|[A-Z]{2})-[0-9A-HJKMNP-TV-Z]{26}$/;

/** Random bytes of an id: 128 bits. */
export const ID_BYTES = 16;

/**
 * Makes an id: region, a hyphen, 26 base-32 characters of 128 random bits. Clients do not parse
 * it. Source: DESIGN.md §4.
 */
export function opaqueId(region: string, random: Uint8Array): string {
  if (random.length !== ID_BYTES) throw new RangeError('An id takes 16 random bytes.');
  let text = '';
  let [rest, bits] = [0, 0];
  for (let at = ID_BYTES - 1; at >= 0; at -= 1) {
    rest |= (random[at] ?? 0) << bits;
    for (bits += 8; bits >= 5; bits -= 5) {
      text = (ALPHABET[rest & 31] ?? '') + text;
      rest >>>= 5;
    }
  }
  text = (ALPHABET[rest] ?? '') + text; // three bits are left
  return `${region}-${text}`;
}

/** Region of an id, or null when the text is no id. */
export function regionOfId(id: string): string | null {
  return ID.exec(id)?.[1] ?? null;
}

/**
 * Where an id lies among all that its region may have, from 0 to below 1. Ids are random, so that
 * they lie evenly. @throws {RangeError} when the text is no id
 */
export function placeOfId(id: string): number {
  const region = regionOfId(id);
  if (region === null) throw new RangeError('This is no id.');
  const at = region.length + 1;
  let [place, of] = [0, 8]; // the first character has three bits
  // Ten characters are 48 bits, which a number holds exactly.
  for (const character of id.slice(at, at + 10)) {
    place += ALPHABET.indexOf(character) / of;
    of *= ALPHABET.length;
  }
  return place;
}
