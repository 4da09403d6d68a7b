import { SYMPTOM_TERMS } from '../color/symptom.ts';
import { hexOf } from '../token/bytes.ts';
import {
  asBytes,
  asInstant,
  asInteger,
  asList,
  asMap,
  asText,
  decodeCbor,
  encodeCbor,
  toSeconds,
  type CborValue,
} from '../token/cbor.ts';
import { signSign1 } from '../token/cose-sign1.ts';
import type { Signer } from '../token/keys.ts';
import {
  openList,
  rollback,
  type ListFault,
  type Signed,
  type SignedChecks,
} from '../trust/signed-list.ts';
import type { CoarseDay } from './coarse-dates.ts';
import { SHARED_KINDS, type EvidenceNeeds, type SharedKind } from './evidence-needs.ts';

/** Longest list that is looked at, in bytes: some 500,000 people. */
export const SHARED_EVIDENCE_MAX = 16 * 1_048_576;

/** What is shared of one token. */
export interface SharedEntry {
  /** 8 bytes. */
  readonly cti: Uint8Array;
  readonly dates: ReadonlyMap<SharedKind, CoarseDay>;
}

/**
 * What an issuer shares with one receiver of all its live tokens: coarse dates, as far as the two
 * have agreed. A token that is not in it has none of them. Source: DESIGN.md §6, RULES.md §9.
 */
export interface SharedEvidence {
  readonly issuer: string;
  readonly receiver: string;
  /** As of when it holds. Never falls. */
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** What it was made for: the kinds it holds, and how far back. */
  readonly needs: EvidenceNeeds;
  /** A record a token, sorted: 8 bytes of its id, then 2 bytes a kind. */
  readonly records: Uint8Array;
}

const TYPE = 'application/tongma-evidence+cwt';
const CLAIM = { iss: 1, aud: 3, exp: 4, iat: 6, said: -65_541 } as const;
const SAID = { version: 0, days: 1, symptoms: 2, records: 3 } as const;
const VERSION = 1;
const CTI_BYTES = 8;
/** What stands in place of a day. */
const CODED = { none: 0, open: 0xfffe, unknown: 0xffff } as const;

function codedDay(day: CoarseDay): number {
  if (day === null) return CODED.none;
  if (day === 'OPEN') return CODED.open;
  return day === 'UNKNOWN' ? CODED.unknown : Math.min(Math.max(day, 1), CODED.open - 1);
}

function dayCoded(coded: number): CoarseDay {
  if (coded === CODED.none) return null;
  if (coded === CODED.open) return 'OPEN';
  return coded === CODED.unknown ? 'UNKNOWN' : coded;
}

/** The kinds of a list, in the order in which its records hold them. */
function kindsOf({ days }: EvidenceNeeds): readonly SharedKind[] {
  return SHARED_KINDS.filter((kind) => days.has(kind));
}

function sizeOf(needs: EvidenceNeeds): number {
  return CTI_BYTES + 2 * needs.days.size;
}

/** Packs entries; those that say nothing are left out. */
export function packEvidence(entries: Iterable<SharedEntry>, needs: EvidenceNeeds): Uint8Array {
  const kinds = kindsOf(needs);
  const telling = [...entries]
    .filter(({ dates }) => kinds.some((kind) => (dates.get(kind) ?? null) !== null))
    .map((entry) => ({ ...entry, name: hexOf(entry.cti) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const size = sizeOf(needs);
  const records = new Uint8Array(telling.length * size);
  const view = new DataView(records.buffer);
  for (const [at, { cti, dates }] of telling.entries()) {
    records.set(cti, at * size);
    for (const [place, kind] of kinds.entries()) {
      const day = codedDay(dates.get(kind) ?? null);
      view.setUint16(at * size + CTI_BYTES + 2 * place, day);
    }
  }
  return records;
}

/** Negative, zero or positive, as one id stands before, at or after the record at a place. */
function compare(cti: Uint8Array, records: Uint8Array, at: number): number {
  for (let byte = 0; byte < CTI_BYTES; byte += 1) {
    const difference = (cti[byte] ?? 0) - (records[at + byte] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What a list shares of a token; a kind that it does not share is not there. */
export function datesOf(
  { needs, records }: Pick<SharedEvidence, 'needs' | 'records'>,
  cti: Uint8Array,
): ReadonlyMap<SharedKind, CoarseDay> {
  const kinds = kindsOf(needs);
  const size = sizeOf(needs);
  const view = new DataView(records.buffer, records.byteOffset, records.byteLength);
  let [from, until] = [0, records.length / size];
  while (from < until) {
    const middle = (from + until) >>> 1;
    const side = compare(cti, records, middle * size);
    if (side === 0) {
      const day = (place: number) => view.getUint16(middle * size + CTI_BYTES + 2 * place);
      return new Map(kinds.map((kind, place) => [kind, dayCoded(day(place))]));
    }
    if (side < 0) until = middle;
    else from = middle + 1;
  }
  return new Map(kinds.map((kind) => [kind, null]));
}

/** Signs a list with the issuer's key of use `evidence`. */
export function signSharedEvidence(list: SharedEvidence, signer: Signer): Promise<Uint8Array> {
  const { issuer, receiver, issuedAt, expiresAt, needs, records } = list;
  const days = kindsOf(needs).map(
    (kind) => [SHARED_KINDS.indexOf(kind), needs.days.get(kind) ?? 0] as const,
  );
  const said = new Map<number, CborValue>([
    [SAID.version, VERSION],
    [SAID.days, new Map(days)],
    [SAID.symptoms, needs.symptoms.map((term) => SYMPTOM_TERMS.indexOf(term))],
    [SAID.records, records],
  ]);
  const claims = new Map<number, CborValue>([
    [CLAIM.iss, issuer],
    [CLAIM.aud, receiver],
    [CLAIM.exp, toSeconds(expiresAt)],
    [CLAIM.iat, toSeconds(issuedAt)],
    [CLAIM.said, said],
  ]);
  return signSign1(encodeCbor(claims), signer, TYPE);
}

function readNeeds(said: ReadonlyMap<unknown, unknown>): EvidenceNeeds | null {
  const [days, terms] = [asMap(said.get(SAID.days)), asList(said.get(SAID.symptoms))];
  if (!days || !terms) return null;
  const read = [...days].flatMap(([number, count]) => {
    const [kind, far] = [SHARED_KINDS[asInteger(number) ?? -1], asInteger(count)];
    return kind !== undefined && far !== null && far >= 0 ? [[kind, far] as const] : [];
  });
  const symptoms = terms.flatMap((term) => SYMPTOM_TERMS[asInteger(term) ?? -1] ?? []);
  if (read.length !== days.size || symptoms.length !== terms.length) return null;
  return { days: new Map(read), symptoms };
}

function isSorted(records: Uint8Array, size: number): boolean {
  for (let at = size; at < records.length; at += size) {
    if (compare(records.subarray(at - size), records, at) >= 0) return false;
  }
  return true;
}

function readEvidence(payload: Uint8Array): SharedEvidence | null {
  const claims = asMap(decodeCbor(payload));
  const [issuer, receiver] = [asText(claims?.get(CLAIM.iss)), asText(claims?.get(CLAIM.aud))];
  const expiresAt = asInstant(claims?.get(CLAIM.exp));
  const issuedAt = asInstant(claims?.get(CLAIM.iat));
  const said = asMap(claims?.get(CLAIM.said));
  if (claims?.size !== 5 || issuer === null || receiver === null) return null;
  if (!expiresAt || !issuedAt || said?.size !== 4 || said.get(SAID.version) !== VERSION)
    return null;
  const [needs, records] = [readNeeds(said), asBytes(said.get(SAID.records))];
  if (!needs || !records || records.length % sizeOf(needs) !== 0) return null;
  if (!isSorted(records, sizeOf(needs))) return null;
  return { issuer, receiver, issuedAt, expiresAt, needs, records };
}

/** What is asked of shared evidence beside its signature. */
export interface EvidenceChecks extends SignedChecks {
  /** Whether a region is one that this list may be for. */
  readonly isReceiver: (region: string) => boolean;
  /** When the list that is held of a pair was issued; null: none is. */
  readonly heldFrom: (issuer: string, receiver: string) => Date | null;
}

/** Verifies a signed list of evidence and reads it, or says why it is not taken. */
export function openSharedEvidence(
  bytes: Uint8Array,
  checks: EvidenceChecks,
): Promise<Signed<SharedEvidence> | { readonly fault: ListFault }> {
  return openList(bytes, checks, {
    ...{ type: TYPE, use: 'evidence', longest: SHARED_EVIDENCE_MAX, read: readEvidence },
    regionOf: ({ issuer }) => issuer,
    faultOf: (list) =>
      checks.isReceiver(list.receiver)
        ? rollback(list, checks.heldFrom(list.issuer, list.receiver))
        : 'WRONG_AUDIENCE',
  });
}
