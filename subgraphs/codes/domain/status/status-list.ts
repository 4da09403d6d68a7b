import {
  asBytes,
  asInstant,
  asMap,
  asText,
  decodeCbor,
  encodeCbor,
  toSeconds,
  type CborValue,
} from '../token/cbor.ts';
import { signSign1 } from '../token/cose-sign1.ts';
import type { Signer } from '../token/keys.ts';
import { openList, type ListFault, type Signed, type SignedChecks } from '../trust/signed-list.ts';
import { holdStatuses, type HeldStatuses } from './held-statuses.ts';
import { inflateExactly } from './inflate.ts';
import { listOfUri, uriOf, type StatusListId } from './place.ts';
import { LIST_BYTES } from './status-bits.ts';

/** How long a list may be kept before it is asked for again, in seconds. Source: DESIGN.md §6. */
export const TTL_SECONDS = 900;
/** Longest signed list that is looked at, in bytes: one that does not compress, and its frame. */
export const STATUS_LIST_MAX = LIST_BYTES + 4_096;

/**
 * How many times the length of its packed bits a list may take in memory. Places are drawn at random, and
 * random places do not pack well: a real list takes up to four times that. A
 * pattern that packs into some hundred bytes and takes a thousand times as much is made to fill memory.
 */
const GROWTH_MAX = 16;

/** A status list as it was signed. */
export interface StatusList {
  readonly id: StatusListId;
  readonly issuedAt: Date;
  /** When its last token has expired. */
  readonly expiresAt: Date;
  readonly statuses: HeldStatuses;
}

const TYPE = 'application/statuslist+cwt';
const CLAIM = { sub: 2, exp: 4, iat: 6, statusList: 65_533, ttl: 65_534 } as const;

/**
 * Payload of a status list: the claims of the IETF's status list token, in CBOR. `packed` is the
 * list in the zlib format. Source: IETF token status list §5.2.
 */
export function encodeStatusList(
  { id, issuedAt, expiresAt }: Omit<StatusList, 'statuses'>,
  packed: Uint8Array,
): Uint8Array {
  return encodeCbor(
    new Map<number, CborValue>([
      [CLAIM.sub, uriOf(id)],
      [CLAIM.exp, toSeconds(expiresAt)],
      [CLAIM.iat, toSeconds(issuedAt)],
      [
        CLAIM.statusList,
        new Map<string, CborValue>([
          ['bits', 2],
          ['lst', packed],
        ]),
      ],
      [CLAIM.ttl, TTL_SECONDS],
    ]),
  );
}

/** Signs a status list with the issuer's key of use `status`. Source: DESIGN.md §6, Status lists. */
export function signStatusList(
  list: Omit<StatusList, 'statuses'>,
  packed: Uint8Array,
  signer: Signer,
): Promise<Uint8Array> {
  return signSign1(encodeStatusList(list, packed), signer, TYPE);
}

async function readStatusList(payload: Uint8Array): Promise<StatusList | null> {
  const claims = asMap(decodeCbor(payload));
  const id = listOfUri(asText(claims?.get(CLAIM.sub)) ?? '');
  const expiresAt = asInstant(claims?.get(CLAIM.exp));
  const issuedAt = asInstant(claims?.get(CLAIM.iat));
  const list = asMap(claims?.get(CLAIM.statusList));
  const packed = asBytes(list?.get('lst'));
  if (claims?.size !== 5 || claims.get(CLAIM.ttl) !== TTL_SECONDS) return null;
  if (!id || !expiresAt || !issuedAt || !packed) return null;
  if (list?.size !== 2 || list.get('bits') !== 2) return null;
  const bits = await inflateExactly(packed, LIST_BYTES);
  const statuses = bits && holdStatuses(bits);
  if (!statuses || statuses.bytes > packed.length * GROWTH_MAX) return null;
  return { id, issuedAt, expiresAt, statuses };
}

/** Verifies a signed status list and reads it, or says why it is not taken. */
export function openStatusList(
  bytes: Uint8Array,
  checks: SignedChecks,
): Promise<Signed<StatusList> | { readonly fault: ListFault }> {
  return openList(bytes, checks, {
    ...{ type: TYPE, use: 'status', longest: STATUS_LIST_MAX, read: readStatusList },
    regionOf: ({ id }) => id.issuer,
  });
}
