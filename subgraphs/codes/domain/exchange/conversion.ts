import { regionOfId } from '../../../kit/standards/opaque-id.ts';
import { agreementFor, type Agreement } from '../recognition/agreement.ts';
import { asBytes, asInstant, asList, asText, toSeconds, type CborValue } from '../token/cbor.ts';
import type { Signer, Verify } from '../token/keys.ts';
import type { ListFault } from '../trust/signed-list.ts';
import type { TrustIndex } from '../trust/trust-list.ts';
import { openRequest, signRequest, type RegionRequest } from './request.ts';

/** What was offered to a region: sealed under a secret that is never here. */
export interface SealedRegistration {
  readonly offerId: string;
  readonly sealed: Uint8Array;
  readonly expiresAt: Date;
}

/** What both sides of a conversion stand on, whichever stack they are at. */
export interface ConversionGround {
  readonly trust: TrustIndex | null;
  readonly agreements: readonly Agreement[];
}

/** Why nothing is given. */
export type ConversionFault = ListFault | 'NOT_AGREED' | 'NOT_FOUND';

/** Longest seal that is carried, in bytes. */
const SEALED_MAX = 4_096;

/** Whether codes of the issuer are converted at the receiver now. */
export function converts(
  agreements: readonly Agreement[],
  { receiver, issuer }: { readonly receiver: string; readonly issuer: string },
  now: Date,
): boolean {
  return agreementFor(agreements, receiver, issuer, now)?.mode === 'CONVERT';
}

/** Regions that take in residents of a region by a code of their own. */
export function receiversOf(
  agreements: readonly Agreement[],
  issuer: string,
  now: Date,
): readonly string[] {
  const all = new Set(agreements.filter((one) => one.issuer === issuer).map((one) => one.receiver));
  return [...all].filter((receiver) => converts(agreements, { receiver, issuer }, now)).sort();
}

function encodeSealed({ offerId, sealed, expiresAt }: SealedRegistration): CborValue {
  return [offerId, sealed, toSeconds(expiresAt)];
}

function decodeSealed(body: unknown): SealedRegistration | null {
  const [first, second, third] = asList(body, 3) ?? [];
  const [offerId, sealed, expiresAt] = [asText(first), asBytes(second), asInstant(third)];
  if (offerId === null || !sealed || !expiresAt || sealed.length > SEALED_MAX) return null;
  return { offerId, sealed, expiresAt };
}

/** Signs the request for one offer. */
export function signConversionRequest(
  request: Omit<RegionRequest, 'body'>,
  offerId: string,
  signer: Signer,
): Promise<Uint8Array> {
  return signRequest('conversion', { ...request, body: offerId }, signer);
}

/** What the issuer's side needs. */
export interface ConversionServerPorts {
  readonly ground: () => ConversionGround;
  readonly isLocal: (region: string) => boolean;
  readonly signer: (region: string) => Signer | undefined;
  /** Gives an offer that holds to the region that it was made for, and notes that it went. */
  readonly take: (
    offer: { readonly offerId: string; readonly issuer: string; readonly receiver: string },
    at: Date,
  ) => Promise<SealedRegistration | null>;
  readonly verify: Verify;
  readonly now: () => Date;
}

/**
 * Answers another region's signed request for one offer that was made to it: signed for that region
 * and that request. The same request again gives the same; whoever else asks is told NOT_FOUND.
 */
export function conversionServer(ports: ConversionServerPorts) {
  const { ground, isLocal, signer: signerOf, take, verify, now } = ports;
  return async (bytes: Uint8Array): Promise<Uint8Array | { readonly fault: ConversionFault }> => {
    const { trust, agreements } = ground();
    if (!trust) return { fault: 'ISSUER_NOT_TRUSTED' };
    const at = now();
    const request = await openRequest(bytes, 'conversion', { trust, verify, now: at });
    if ('fault' in request) return request;
    const { from: receiver, to: issuer, nonce } = request;
    if (!isLocal(issuer)) return { fault: 'FOREIGN_REGION' };
    const offerId = asText(request.body);
    if (offerId === null || regionOfId(offerId) !== issuer) return { fault: 'MALFORMED' };
    if (!converts(agreements, { receiver, issuer }, at)) return { fault: 'NOT_AGREED' };
    const signer = signerOf(issuer);
    if (!signer) return { fault: 'KEY_TERMINATED' };
    const given = await take({ offerId, issuer, receiver }, at);
    if (!given) return { fault: 'NOT_FOUND' };
    const answer = { from: issuer, to: receiver, askedAt: at, nonce, body: encodeSealed(given) };
    return signRequest('conversion-answer', answer, signer);
  };
}

/** What was asked, as an answer is checked against it. */
export interface AskedConversion {
  readonly offerId: string;
  readonly issuer: string;
  readonly receiver: string;
  readonly nonce: Uint8Array;
}

/** Opens the answer to a request; null when it is none: of another region, request or offer. */
export async function openConversionAnswer(
  bytes: Uint8Array,
  { offerId, issuer, receiver, nonce }: AskedConversion,
  checks: { readonly trust: TrustIndex; readonly verify: Verify; readonly now: Date },
): Promise<SealedRegistration | null> {
  const answer = await openRequest(bytes, 'conversion-answer', checks);
  if ('fault' in answer || answer.from !== issuer || answer.to !== receiver) return null;
  const isOurs = answer.nonce.every((byte, at) => byte === nonce[at]);
  const given = isOurs ? decodeSealed(answer.body) : null;
  return given?.offerId === offerId ? given : null;
}
