const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Value of each character by its code; 255 for every other below 128. */
const VALUES = new Uint8Array(128).fill(255);
[...ALPHABET].forEach((character, value) => {
  VALUES[character.charCodeAt(0)] = value;
});

/** Value of a character in a text, 0 to 44; 255 when it is none, or past the end. */
function valueAt(text: string, at: number): number {
  return VALUES[text.charCodeAt(at)] ?? 255;
}

/** Bytes as base 45 text, the alphabet that QR codes pack best. Source: RFC 9285. */
export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const pair = at + 1 < bytes.length;
    const value = pair ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
    text += (ALPHABET[value % 45] ?? '') + (ALPHABET[Math.floor(value / 45) % 45] ?? '');
    if (pair) text += ALPHABET[Math.floor(value / 2025)] ?? '';
  }
  return text;
}

/** Bytes of a base 45 text; null for what no encoder makes. Source: RFC 9285 §4. */
export function decodeBase45(text: string): Uint8Array | null {
  const rest = text.length % 3;
  if (rest === 1) return null;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (rest === 2 ? 1 : 0));
  let to = 0;
  for (let at = 0; at < text.length; at += 3) {
    const low = valueAt(text, at);
    const middle = valueAt(text, at + 1);
    if (low > 44 || middle > 44) return null;
    if (at + 2 < text.length) {
      const high = valueAt(text, at + 2);
      const value = low + middle * 45 + high * 2025;
      if (high > 44 || value > 0xffff) return null;
      bytes[to++] = value >> 8;
      bytes[to++] = value & 0xff;
    } else {
      const value = low + middle * 45;
      if (value > 0xff) return null;
      bytes[to++] = value;
    }
  }
  return bytes;
}
