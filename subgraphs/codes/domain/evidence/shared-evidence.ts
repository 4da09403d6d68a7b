import { SYMPTOM_TERMS } from '../color/symptom.ts';
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
import { SHARED_KINDS, type EvidenceNeeds } from './evidence-needs.ts';
import {
  areInOrder,
  datesAt,
  kindsOf,
  placeOf,
  recordSize,
  type SharedDates,
} from './evidence-records.ts';

/** Longest list that is looked at, in bytes: some 500,000 people. */
export const SHARED_EVIDENCE_MAX = 16 * 1_048_576;

/** Longest records that a list of that length has room for, whatever else stands in it. */
export const EVIDENCE_RECORDS_MAX = SHARED_EVIDENCE_MAX - 4_096;

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

/** What a list shares of a token; a kind that it does not share is not there. */
export function datesOf(
  { needs, records }: Pick<SharedEvidence, 'needs' | 'records'>,
  cti: Uint8Array,
): SharedDates {
  const { index, isThere } = placeOf(cti, records, recordSize(needs));
  if (isThere) return datesAt(index, records, needs);
  return new Map(kindsOf(needs).map((kind) => [kind, null]));
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
  if (!needs || !records || records.length % recordSize(needs) !== 0) return null;
  if (!areInOrder(records, recordSize(needs))) return null;
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
