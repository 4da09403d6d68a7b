import {
  asBytes,
  asList,
  asMap,
  asText,
  decodeCbor,
  encodeCbor,
  type CborValue,
} from '../token/cbor.ts';

/** Longest answer that is taken, in bytes. */
export const ANSWER_MAX = 64 * 1_048_576;
/** Most digests that one request names. */
const HAVE_MAX = 20_000;

/** What lists a region asks for: all but those whose SHA-256 it names. */
export function encodeHave(have: readonly Uint8Array[]): CborValue {
  return [...have];
}

/** Reads what {@link encodeHave} made; null for everything else. */
export function decodeHave(body: unknown): Uint8Array[] | null {
  const list = asList(body);
  if (!list || list.length > HAVE_MAX) return null;
  const digests = list.map((item) => asBytes(item, 32)).filter((digest) => digest !== null);
  return digests.length === list.length ? digests : null;
}

/** A region's list as another stack is told of it. */
export interface ToldList {
  readonly region: string;
  readonly name: string;
  readonly digest: Uint8Array;
  /** Null where the asking side has it. */
  readonly signed: Uint8Array | null;
}

/** What a stack tells another: everything in it is signed by itself. */
export interface ListAnswer {
  /** Newest trust list; null where the asking side has it. */
  readonly trustList: Uint8Array | null;
  readonly lists: readonly ToldList[];
  /** Agreements of the asking region with those of this stack, also those with one signature. */
  readonly agreements: readonly Uint8Array[];
}

/** An answer as bytes. */
export function encodeAnswer({ trustList, lists, agreements }: ListAnswer): Uint8Array {
  return encodeCbor(
    new Map<string, CborValue>([
      ['trustList', trustList],
      ['lists', lists.map(({ region, name, digest, signed }) => [region, name, digest, signed])],
      ['agreements', [...agreements]],
    ]),
  );
}

function readTold(item: unknown): ToldList | null {
  const [first, second, third, fourth] = asList(item, 4) ?? [];
  const [region, name, digest] = [asText(first), asText(second), asBytes(third, 32)];
  const signed = fourth === null ? null : asBytes(fourth);
  if (region === null || name === null || !digest) return null;
  return fourth === null || signed ? { region, name, digest, signed } : null;
}

/** Reads what {@link encodeAnswer} made; null for everything else. */
export function decodeAnswer(bytes: Uint8Array): ListAnswer | null {
  if (bytes.length > ANSWER_MAX) return null;
  const answer = asMap(decodeCbor(bytes));
  const trust = answer?.get('trustList');
  const trustList = trust === null ? null : asBytes(trust);
  const [told, given] = [asList(answer?.get('lists')), asList(answer?.get('agreements'))];
  if (answer?.size !== 3 || !told || !given || (trust !== null && !trustList)) return null;
  const lists = told.map(readTold).filter((list) => list !== null);
  const agreements = given.map((item) => asBytes(item)).filter((one) => one !== null);
  if (lists.length !== told.length || agreements.length !== given.length) return null;
  return { trustList, lists, agreements };
}
