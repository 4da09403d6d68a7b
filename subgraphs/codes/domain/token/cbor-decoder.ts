/** Deepest nesting of lists and maps that is read; our own texts need five. */
export const DEPTH_MAX = 16;

/** Types as they stand in the first three bits of an item. Source: RFC 8949 §3.1. */
const [UINT, NEGATIVE, BYTES, TEXT, LIST, MAP, SIMPLE] = [0, 1, 2, 3, 4, 5, 7];
/** Simple values that we write. Source: RFC 8949 §3.3. */
const [FALSE, TRUE, NULL] = [20, 21, 22];
/** Shortest texts are put together letter by letter, which takes less than asking for a decoder. */
const SHORT = 24;
const BYTE_ORDER_MARK = 0xfeff;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What every text that is not read throws; nobody asks where. */
const FAULT = new Error('This is no CBOR that is read here.');

// Of the text that is being read. Reading waits for nothing, so there is one at a time.
const NOTHING = new Uint8Array();
let source: Uint8Array = NOTHING;
let at = 0;

function refuse(): never {
  throw FAULT;
}

/** The next byte. */
function byte(): number {
  const next = source[at];
  if (next === undefined) refuse();
  at += 1;
  return next;
}

/** A number of some bytes, which one of fewer could not say. */
function longNumber(size: number, least: number): number {
  let number = 0;
  for (let n = 0; n < size; n += 1) number = number * 256 + byte();
  // What is beyond 2^53 is not exact here, but still beyond it.
  if (number < least || number > Number.MAX_SAFE_INTEGER) refuse();
  return number;
}

/** The number of an item, in as few bytes as it can be said. Source: RFC 8949 §3, §4.2.1. */
function numberOf(info: number): number {
  if (info < 24) return info;
  if (info === 24) return longNumber(1, 24);
  if (info === 25) return longNumber(2, 0x100);
  if (info === 26) return longNumber(4, 0x1_0000);
  return info === 27 ? longNumber(8, 0x1_0000_0000) : refuse();
}

function negative(number: number): number {
  return number < Number.MAX_SAFE_INTEGER ? -1 - number : refuse();
}

/** Where a run of some bytes ends. */
function endOf(length: number): number {
  const end = at + length;
  return end <= source.length ? end : refuse();
}

function readBytes(length: number): Uint8Array {
  const end = endOf(length);
  const bytes = source.slice(at, end);
  at = end;
  return bytes;
}

/** A short text of letters that are a byte each; null for every other. */
function shortText(end: number): string | null {
  if (end - at > SHORT) return null;
  let text = '';
  for (let place = at; place < end; place += 1) {
    const letter = source[place] ?? 0xff;
    if (letter > 0x7f) return null;
    text += String.fromCharCode(letter);
  }
  return text;
}

function readText(length: number): string {
  const end = endOf(length);
  const text = shortText(end) ?? utf8.decode(source.subarray(at, end)); // throws for no UTF-8
  at = end;
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? refuse() : text;
}

function readList(length: number, depth: number): readonly unknown[] {
  endOf(length); // each item has a byte
  const list: unknown[] = [];
  for (let n = 0; n < length; n += 1) list.push(read(depth));
  return list;
}

/** Whether one run of the text comes before another, byte for byte. */
function isBefore(from: number, to: number, other: number, otherEnd: number): boolean {
  for (let n = 0; from + n < to && other + n < otherEnd; n += 1) {
    const difference = (source[from + n] ?? 0) - (source[other + n] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return to - from < otherEnd - other;
}

/** Keys are integers and texts, each once, in the order of their bytes. Source: RFC 8949 §4.2.1. */
function readMap(size: number, depth: number): ReadonlyMap<unknown, unknown> {
  endOf(size * 2);
  const map = new Map<unknown, unknown>();
  for (let n = 0, last = 0, lastEnd = 0; n < size; n += 1) {
    const begin = at;
    const type = (source[at] ?? 0) >> 5;
    if (type !== UINT && type !== NEGATIVE && type !== TEXT) refuse();
    const key = read(depth);
    if (n > 0 && !isBefore(last, lastEnd, begin, at)) refuse();
    [last, lastEnd] = [begin, at];
    map.set(key, read(depth));
  }
  return map;
}

function simple(info: number): boolean | null {
  if (info === NULL) return null;
  return info === TRUE || (info === FALSE ? false : refuse());
}

/** Reads an item that stands in so many lists and maps. */
function read(depth: number): unknown {
  const first = byte();
  const [type, info] = [first >> 5, first & 31];
  if (type === SIMPLE) return simple(info);
  const number = numberOf(info);
  if (type === UINT) return number;
  if (type === NEGATIVE) return negative(number);
  if (type === BYTES) return readBytes(number);
  if (type === TEXT) return readText(number);
  if (depth >= DEPTH_MAX) refuse();
  if (type === LIST) return readList(number, depth + 1);
  return type === MAP ? readMap(number, depth + 1) : refuse();
}

/**
 * Decodes what `encodeCbor` could have made and nothing else: duplicate keys, trailing bytes,
 * indefinite or overlong lengths, unsorted keys, floats, tags, texts that are not UTF-8 and anything
 * nested deeper than {@link DEPTH_MAX} give undefined, as does a text that begins with a byte order
 * mark, which others leave out. Never throws. A library reads more and has to be told all of that; with
 * an object for each item, it took a tenth of the time of a batch of verdicts.
 * Source: RFC 8949 §4.2.1, DESIGN.md §6.
 */
export function decodeCbor(bytes: Uint8Array): unknown {
  source = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  at = 0;
  try {
    const value = read(0);
    return at === source.length ? value : undefined;
  } catch {
    return undefined;
  } finally {
    source = NOTHING;
  }
}
