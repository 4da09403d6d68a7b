import {
  asBytes,
  asList,
  asMap,
  asText,
  decodeCbor,
  encodeCbor,
  type CborValue,
} from '../token/cbor.ts';
import type { TrustAnswer } from '../trust/trust-exchange.ts';

/** Longest answer that is taken, in bytes. */
export const ANSWER_MAX = 64 * 1_048_576;
/** Most digests that one request names: what is held beyond them is sent again. */
export const HELD_MAX = 20_000;
/** Most agreements and withdrawals in one answer: a dozen of each pair of forty regions. */
export const AGREEMENTS_MAX = 20_000;

/** What a stack holds already, so that it is not sent again. */
export interface Held {
  /** Entity tag of its newest trust list; null to be sent the whole of it. */
  readonly trust: string | null;
  /** SHA-256 of the other lists. */
  readonly lists: readonly Uint8Array[];
}

/** What a region asks for: all but what it holds. */
export function encodeHeld({ trust, lists }: Held): CborValue {
  return new Map<string, CborValue>([
    ['trust', trust],
    ['lists', [...lists]],
  ]);
}

/** Reads what {@link encodeHeld} made; null for everything else. */
export function decodeHeld(body: unknown): Held | null {
  const held = asMap(body);
  const said = held?.get('trust');
  const trust = said === null ? null : asText(said);
  const list = asList(held?.get('lists'));
  if (held?.size !== 2 || (said !== null && trust === null)) return null;
  if (!list || list.length > HELD_MAX) return null;
  const lists = list.map((item) => asBytes(item, 32)).filter((digest) => digest !== null);
  return lists.length === list.length ? { trust, lists } : null;
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
  /** How the newest trust list comes of what the asking side holds. */
  readonly trust: TrustAnswer;
  readonly lists: readonly ToldList[];
  /** Agreements of the asking region with those of this stack, also those with one signature. */
  readonly agreements: readonly Uint8Array[];
}

/** An answer as bytes. */
export function encodeAnswer({ trust, lists, agreements }: ListAnswer): Uint8Array {
  return encodeCbor(
    new Map<string, CborValue>([
      ['trust', [trust.change, trust.bytes]],
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

function readTrust(item: unknown): TrustAnswer | null {
  const [change, given] = asList(item, 2) ?? [];
  if (change === 'NONE') return given === null ? { change, bytes: null } : null;
  const bytes = asBytes(given);
  return bytes && (change === 'DELTA' || change === 'WHOLE') ? { change, bytes } : null;
}

/** Reads what {@link encodeAnswer} made; null for everything else. */
export function decodeAnswer(bytes: Uint8Array): ListAnswer | null {
  if (bytes.length > ANSWER_MAX) return null;
  const answer = asMap(decodeCbor(bytes));
  const trust = readTrust(answer?.get('trust'));
  const [told, given] = [asList(answer?.get('lists')), asList(answer?.get('agreements'))];
  if (answer?.size !== 3 || !trust || !told || !given) return null;
  if (given.length > AGREEMENTS_MAX) return null;
  const lists = told.map(readTold).filter((list) => list !== null);
  const agreements = given.map((item) => asBytes(item)).filter((one) => one !== null);
  if (lists.length !== told.length || agreements.length !== given.length) return null;
  return { trust, lists, agreements };
}
