/** What our CBOR texts hold: whole numbers up to 2^53, no floats, no tags, no undefined. */
export type CborValue =
  number | string | boolean | null | Uint8Array | readonly CborValue[] | CborMap;

/** A CBOR map; keys are integers or texts. */
export type CborMap = ReadonlyMap<number | string, CborValue>;

/** Types as they stand in the first three bits of an item. Source: RFC 8949 §3.1. */
const UINT = 0x00;
const NEGATIVE = 0x20;
const BYTES = 0x40;
const TEXT = 0x60;
const LIST = 0x80;
const MAP = 0xa0;
/** Simple values, whole. Source: RFC 8949 §3.3. */
const [FALSE, TRUE, NULL] = [0xf4, 0xf5, 0xf6];

/** Others leave it out where a text begins with it, and read another text than was signed. */
const BYTE_ORDER_MARK = 0xfeff;

/** Longest head of an item: its first byte and a number of eight. */
const HEAD_MAX = 9;
const FIRST_LENGTH = 4_096;
/** Longest buffer that is kept. */
const KEPT_MAX = 65_536;

const utf8 = new TextEncoder();

// Written over by each text: an encoder that is made anew for each would cost more than it writes.
let buffer = new Uint8Array(FIRST_LENGTH);
let end = 0;

function refuse(): never {
  throw new TypeError('That is nothing that is written as CBOR here.');
}

/** A buffer that had to grow for a long text is not kept. */
function giveBack(): void {
  if (buffer.length > KEPT_MAX) buffer = new Uint8Array(FIRST_LENGTH);
}

/** Makes room for so many bytes more. */
function reserve(bytes: number): void {
  if (end + bytes <= buffer.length) return;
  const longer = new Uint8Array(Math.max(end + bytes, 2 * buffer.length));
  longer.set(buffer.subarray(0, end));
  buffer = longer;
}

/** Type and number in the fewest bytes. Source: RFC 8949 §3, §4.2.1. */
function writeHead(type: number, amount: number): void {
  reserve(HEAD_MAX);
  if (amount < 24) {
    buffer[end++] = type | amount;
    return;
  }
  const size = amount < 0x100 ? 1 : amount < 0x1_0000 ? 2 : amount < 0x1_0000_0000 ? 4 : 8;
  buffer[end++] = type | (24 + Math.log2(size));
  for (let byte = size - 1; byte >= 0; byte -= 1) {
    buffer[end++] = Math.floor(amount / 2 ** (8 * byte)) % 0x100;
  }
}

function writeInteger(value: number): void {
  if (!Number.isSafeInteger(value)) refuse();
  if (value < 0) writeHead(NEGATIVE, -1 - value);
  else writeHead(UINT, value);
}

function writeRun(type: number, bytes: Uint8Array): void {
  writeHead(type, bytes.length);
  reserve(bytes.length);
  buffer.set(bytes, end);
  end += bytes.length;
}

/** Writes a text whose characters are a byte each; false, with nothing written, for every other. */
function writeAscii(text: string): boolean {
  const before = end;
  writeHead(TEXT, text.length);
  reserve(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character > 0x7f) {
      end = before;
      return false;
    }
    buffer[end++] = character;
  }
  return true;
}

function writeText(text: string): void {
  if (writeAscii(text)) return; // nearly all are
  if (text.charCodeAt(0) === BYTE_ORDER_MARK) refuse(); // read nowhere here
  writeRun(TEXT, utf8.encode(text));
}

/** Whole numbers before negative ones before texts, as their first bytes have it. */
function rankOf(key: unknown): number {
  if (typeof key === 'string') return 2;
  return Number(key) < 0 ? 1 : 0;
}

/** Of texts: the shorter first, for its length stands first; then byte for byte. */
function compareTexts(a: string, b: string): number {
  const [one, other] = [utf8.encode(a), utf8.encode(b)];
  if (one.length !== other.length) return one.length - other.length;
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return (one[at] ?? 0) - (other[at] ?? 0);
}

/** In the order of the encoded keys. Source: RFC 8949 §4.2.1. */
function compareKeys(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  return rankOf(a) - rankOf(b) || Math.abs(Number(a)) - Math.abs(Number(b));
}

function isInOrder(keys: Iterable<unknown>): boolean {
  let last: unknown;
  for (const key of keys) {
    if (last !== undefined && compareKeys(last, key) > 0) return false;
    last = key;
  }
  return true;
}

function writeEntry(key: unknown, value: unknown): void {
  if (typeof key !== 'number' && typeof key !== 'string') refuse();
  write(key);
  write(value);
}

function writeMap(map: ReadonlyMap<unknown, unknown>): void {
  writeHead(MAP, map.size);
  const sorted = isInOrder(map.keys()) ? map : [...map].sort(([a], [b]) => compareKeys(a, b));
  for (const [key, value] of sorted) writeEntry(key, value);
}

function writeList(list: readonly unknown[]): void {
  writeHead(LIST, list.length);
  for (const item of list) write(item);
}

function writeSimple(value: boolean | null): void {
  reserve(1);
  buffer[end++] = value === null ? NULL : value ? TRUE : FALSE;
}

function write(value: unknown): void {
  if (typeof value === 'number') writeInteger(value);
  else if (typeof value === 'string') writeText(value);
  else if (value === null || typeof value === 'boolean') writeSimple(value);
  else if (value instanceof Uint8Array) writeRun(BYTES, value);
  else if (Array.isArray(value)) writeList(value);
  else if (value instanceof Map) writeMap(value);
  else refuse();
}

/**
 * Encodes deterministically. Encoders of libraries make an object of each item first: for a batch of
 * verdicts that was a seventh of the time and a fifth of the garbage.
 * @throws {TypeError} for a number that is not whole or beyond 2^53, and a text that begins with a byte
 * order mark
 * Source: RFC 8949 §4.2.1.
 */
export function encodeCbor(value: CborValue): Uint8Array {
  end = 0;
  write(value);
  const bytes = buffer.slice(0, end);
  giveBack();
  return bytes;
}
