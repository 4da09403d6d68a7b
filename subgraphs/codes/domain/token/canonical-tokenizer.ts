import { Tokenizer, Type } from 'cborg';
import { sameBytes } from './bytes.ts';

/** Deepest nesting of lists and maps that is read; our own texts need five. */
export const DEPTH_MAX = 16;

/** A list or map whose items are not all read yet. */
interface Open {
  readonly isMap: boolean;
  /** Items still to come, keys included. */
  left: number;
  /** The encoded key before, in a map. */
  key: Uint8Array | null;
}

const utf8 = new TextEncoder();

/** How many bytes say the length of a text. Source: RFC 8949 §3. */
function headLength(length: number): number {
  if (length < 24) return 1;
  if (length < 0x100) return 2;
  return length < 0x1_0000 ? 3 : 5;
}

/** Whether one encoded key comes before another: byte for byte. Source: RFC 8949 §4.2.1. */
function comesBefore(a: Uint8Array, b: Uint8Array): boolean {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return a.length < b.length;
}

/**
 * Reads tokens as cborg does, and throws at what a deterministic encoder does not make of our values:
 * map keys out of order or twice, keys that are neither integers nor texts, floats, texts that are
 * not UTF-8, and nesting deeper than {@link DEPTH_MAX}. Lengths and integers longer than they must
 * be are refused by cborg's own strict reading.
 */
export class CanonicalTokenizer extends Tokenizer {
  readonly #bytes: Uint8Array;
  /** Outermost first. */
  readonly #open: Open[] = [];

  constructor(bytes: Uint8Array, options: ConstructorParameters<typeof Tokenizer>[1]) {
    super(bytes, options);
    this.#bytes = bytes;
  }

  override next() {
    while (this.#open.at(-1)?.left === 0) this.#open.pop();
    const from = this.pos();
    const token = super.next();
    const { type } = token;
    const inside = this.#open.at(-1);
    if (inside?.isMap && inside.left % 2 === 0) this.#checkKey(inside, type, from);
    if (inside) inside.left -= 1;
    if (Type.equals(type, Type.string)) this.#checkText(String(token.value), from);
    else if (Type.equals(type, Type.array)) this.#enter(false, Number(token.value));
    else if (Type.equals(type, Type.map)) this.#enter(true, Number(token.value) * 2);
    else if (Type.equals(type, Type.float)) throw new Error('CBOR holds a float.');
    return token;
  }

  #enter(isMap: boolean, left: number): void {
    this.#open.push({ isMap, left, key: null });
    if (this.#open.length > DEPTH_MAX) throw new Error('CBOR nests too deep.');
  }

  /** Whether what was read from there on is a text in which each character is a byte of its own. */
  #isAscii(length: number, from: number): boolean {
    const end = this.pos();
    if (end - from !== headLength(length) + length) return false;
    for (let at = end - length; at < end; at += 1)
      if ((this.#bytes[at] ?? 0xff) > 0x7f) return false;
    return true;
  }

  #checkKey(map: Open, type: Type, from: number): void {
    if (![Type.uint, Type.negint, Type.string].some((known) => Type.equals(type, known))) {
      throw new Error('A CBOR key is neither an integer nor a text.');
    }
    const key = this.#bytes.subarray(from, this.pos());
    if (map.key && !comesBefore(map.key, key)) throw new Error('CBOR keys are out of order.');
    map.key = key;
  }

  /** Decoders put U+FFFD for what is not UTF-8, and leave a byte order mark out. */
  #checkText(text: string, from: number): void {
    if (this.#isAscii(text.length, from)) return; // nearly all are
    const encoded = utf8.encode(text);
    const read = this.#bytes.subarray(from + headLength(encoded.length), this.pos());
    if (!sameBytes(encoded, read)) throw new Error('A CBOR text is not UTF-8.');
  }
}
