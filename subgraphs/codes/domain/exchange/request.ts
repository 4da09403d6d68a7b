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
import { openSigned, type ListFault, type SignedChecks } from '../trust/signed-list.ts';

/** Longest request that is looked at, in bytes. */
export const REQUEST_MAX = 1_048_576;
/** How long a request holds, in milliseconds. */
const LIFE_MS = 120_000;
const NONCE_BYTES = 16;

/** What one region asks of another, whichever stack serves it. */
export interface RegionRequest {
  /** Region that asks. */
  readonly from: string;
  /** Region that is asked. */
  readonly to: string;
  readonly askedAt: Date;
  /** 16 random bytes. */
  readonly nonce: Uint8Array;
  readonly body: CborValue;
}

const CLAIM = { iss: 1, aud: 3, exp: 4, iat: 6, cti: 7, body: -65_540 } as const;

/** A kind that ends in `-answer` is what is said back: it never counts as what was asked. */
function typeOf(kind: string): string {
  return `application/tongma-${kind.endsWith('-answer') ? kind : `${kind}-request`}+cwt`;
}

/** Signs a request with the asking region's key of use `evidence`: what is exchanged is evidence. */
export function signRequest(
  kind: string,
  { from, to, askedAt, nonce, body }: RegionRequest,
  signer: Signer,
): Promise<Uint8Array> {
  const claims = new Map<number, CborValue>([
    [CLAIM.iss, from],
    [CLAIM.aud, to],
    [CLAIM.exp, toSeconds(new Date(askedAt.getTime() + LIFE_MS))],
    [CLAIM.iat, toSeconds(askedAt)],
    [CLAIM.cti, nonce],
    [CLAIM.body, body],
  ]);
  return signSign1(encodeCbor(claims), signer, typeOf(kind));
}

/** A request as it came in; its body is not looked at yet. */
export type OpenedRequest = Omit<RegionRequest, 'body'> & { readonly body: unknown };

/**
 * Verifies a request of a kind and reads it, or says why it is refused. A request for one region
 * says nothing to another, and none holds longer than two minutes.
 */
export async function openRequest(
  bytes: Uint8Array,
  kind: string,
  checks: SignedChecks,
): Promise<OpenedRequest | { readonly fault: ListFault }> {
  if (bytes.length > REQUEST_MAX) return { fault: 'TOO_LARGE' };
  const signed = await openSigned(bytes, { ...checks, type: typeOf(kind), use: 'evidence' });
  if ('fault' in signed) return signed;
  const claims = asMap(decodeCbor(signed.payload));
  const [from, to] = [asText(claims?.get(CLAIM.iss)), asText(claims?.get(CLAIM.aud))];
  const [expiresAt, askedAt] = [
    asInstant(claims?.get(CLAIM.exp)),
    asInstant(claims?.get(CLAIM.iat)),
  ];
  const nonce = asBytes(claims?.get(CLAIM.cti), NONCE_BYTES);
  if (claims?.size !== 6 || from === null || to === null) return { fault: 'MALFORMED' };
  if (!expiresAt || !askedAt || !nonce) return { fault: 'MALFORMED' };
  if (expiresAt.getTime() - askedAt.getTime() > LIFE_MS) return { fault: 'MALFORMED' };
  const fault = signed.faultOf(from, { issuedAt: askedAt, expiresAt });
  return fault ? { fault } : { from, to, askedAt, nonce, body: claims.get(CLAIM.body) };
}
