import { Tokenizer, Type } from 'cborg';

/** Deepest nesting of lists and maps; our own texts need five. */
export const DEPTH_MAX = 16;

/** Reads tokens as cborg does, and throws where lists and maps nest deeper than {@link DEPTH_MAX}. */
export class ShallowTokenizer extends Tokenizer {
  /** Items still to come of each list and map that is open, keys included; outermost first. */
  readonly #left: number[] = [];

  override next() {
    while (this.#left.at(-1) === 0) this.#left.pop();
    const token = super.next();
    const inside = this.#left.pop();
    if (inside !== undefined) this.#left.push(inside - 1);
    if (Type.equals(token.type, Type.array)) this.#enter(Number(token.value));
    else if (Type.equals(token.type, Type.map)) this.#enter(Number(token.value) * 2);
    return token;
  }

  #enter(items: number): void {
    this.#left.push(items);
    if (this.#left.length > DEPTH_MAX) throw new Error('CBOR nests too deep.');
  }
}
