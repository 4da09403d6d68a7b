import { sameBytes } from '../token/bytes.ts';
import {
  asBytes,
  asInteger,
  asList,
  asMap,
  decodeCbor,
  encodeCbor,
  isCbor,
  type CborMap,
  type CborValue,
} from '../token/cbor.ts';
import { writeByMany, readByMany, type SignedByMany } from '../token/cose-sign.ts';
import { kidBytes, kidText } from '../token/keys.ts';
import {
  openTrustList,
  type TrustIndex,
  type TrustListFault,
  type TrustRules,
} from './trust-list.ts';

/** Most regions of a list that a delta makes. */
const REGIONS_MAX = 10_000;

/** A signed list taken apart as far as a delta needs: fields not known here go with it unread. */
interface Parts {
  readonly signed: SignedByMany;
  readonly version: number;
  readonly head: CborMap;
  readonly entries: readonly CborValue[];
}

function isMap(value: unknown): value is CborMap {
  return value instanceof Map && isCbor(value);
}

function partsOf(bytes: Uint8Array): Parts | null {
  const signed = readByMany(bytes);
  const payload = signed && decodeCbor(signed.payload);
  if (!signed || !isMap(payload)) return null;
  const version = asInteger(payload.get('version'));
  const entries = asList(payload.get('entries'));
  if (version === null || !entries?.every(isMap)) return null;
  const head = new Map([...payload].filter(([name]) => name !== 'entries'));
  return { signed, version, head, entries };
}

/** Where an entry stands in the base, or the entry itself; neighbors go together as one run. */
function stepsOf(base: readonly CborValue[], next: readonly CborValue[]): CborValue[] {
  const encoded = base.map(encodeCbor);
  const steps: CborValue[] = [];
  let run: [number, number] | null = null;
  for (const entry of next) {
    const bytes = encodeCbor(entry);
    const at = encoded.findIndex((known) => sameBytes(known, bytes));
    if (run && at === run[0] + run[1]) {
      run[1] += 1;
    } else {
      run = at < 0 ? null : [at, 1];
      steps.push(run ?? entry);
    }
  }
  return steps;
}

/**
 * What makes the signed list `next` of the signed list `base`: runs of its entries, and in full
 * those that are new or changed; null when one of them is no signed list.
 * Source: DESIGN.md §6, Trust list.
 */
export function trustDelta(base: Uint8Array, next: Uint8Array): Uint8Array | null {
  const [from, to] = [partsOf(base), partsOf(next)];
  if (!from || !to) return null;
  return encodeCbor(
    new Map<string, CborValue>([
      ['base', from.version],
      ['head', to.head],
      ['entries', stepsOf(from.entries, to.entries)],
      [
        'signatures',
        to.signed.signatures.map(({ alg, kid, signature }) => [alg, kidBytes(kid), signature]),
      ],
    ]),
  );
}

function entriesOf(steps: readonly unknown[], base: readonly CborValue[]): CborValue[] | null {
  const entries: CborValue[] = [];
  for (const step of steps) {
    const run = asList(step, 2)?.map(asInteger);
    const [from, count] = run ?? [];
    if (isMap(step)) entries.push(step);
    else if (from == null || count == null || from < 0 || count < 1) return null;
    else if (from + count > base.length) return null;
    else entries.push(...base.slice(from, from + count));
    if (entries.length > REGIONS_MAX) return null;
  }
  return entries;
}

function signatureOf(value: unknown) {
  const [first, second, third] = asList(value, 3) ?? [];
  const [alg, kid, signature] = [asInteger(first), asBytes(second, 8), asBytes(third, 64)];
  return alg === null || !kid || !signature ? null : { alg, kid: kidText(kid), signature };
}

/** Why a delta gives no list. */
export type DeltaFault = TrustListFault | 'WRONG_BASE';

/**
 * The signed bytes of the next list. They are not verified here: `openDelta` does both. Gives an
 * answer for all bytes and never throws.
 */
export function applyDelta(
  base: Uint8Array,
  delta: Uint8Array,
): Uint8Array | { readonly fault: 'MALFORMED' | 'WRONG_BASE' } {
  const malformed = { fault: 'MALFORMED' } as const;
  const from = partsOf(base);
  const said = asMap(decodeCbor(delta));
  const head = said?.get('head');
  const steps = asList(said?.get('entries'));
  const signatures = asList(said?.get('signatures'))?.map(signatureOf);
  const version = asInteger(said?.get('base'));
  if (!from || !isMap(head) || !steps || !signatures || version === null) return malformed;
  if (version !== from.version) return { fault: 'WRONG_BASE' };
  const entries = entriesOf(steps, from.entries);
  const all = signatures.filter((signature) => signature !== null);
  if (!entries || all.length !== signatures.length || head.has('entries')) return malformed;
  const payload = encodeCbor(new Map([...head, ['entries', entries]]));
  return writeByMany({ payload, signatures: all });
}

/** Applies a delta and opens what comes of it, with every check of a list that came as a whole. */
export async function openDelta(
  base: Uint8Array,
  delta: Uint8Array,
  rules: TrustRules,
): Promise<
  { readonly bytes: Uint8Array; readonly index: TrustIndex } | { readonly fault: DeltaFault }
> {
  const bytes = applyDelta(base, delta);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const index = await openTrustList(bytes, rules);
  return 'fault' in index ? index : { bytes, index };
}
