import { Tokenizer, Type } from 'cborg';

/** Deepest nesting of lists and maps that is read; our own texts need five. */
export const DEPTH_MAX = 16;

/** Reads tokens as cborg does; throws where lists and maps nest deeper than {@link DEPTH_MAX}. */
export class ShallowTokenizer extends Tokenizer {
  /** Items still to come in each open list or map, outermost first. */
  readonly #open: number[] = [];

  override next() {
    const token = super.next();
    while (this.#open.at(-1) === 0) this.#open.pop();
    const innermost = this.#open.length - 1;
    if (innermost >= 0) this.#open[innermost] = (this.#open[innermost] ?? 0) - 1;
    if (Type.equals(token.type, Type.array)) this.#open.push(Number(token.value));
    if (Type.equals(token.type, Type.map)) this.#open.push(Number(token.value) * 2);
    if (this.#open.length > DEPTH_MAX) throw new Error('CBOR nests too deep.');
    return token;
  }
}
