import {
  asInstant,
  asInteger,
  asMap,
  decodeCbor,
  encodeCbor,
  isCbor,
  toSeconds,
} from '../token/cbor.ts';
import { readSign1, signSign1 } from '../token/cose-sign1.ts';
import { ES256, type Signer, type TrustedKey, type Verify } from '../token/keys.ts';
import type { Sha256 } from '../../../kit/standards/merkle.ts';
import type { Texts } from '../texts.ts';
import { keyFaultOf, type KeyFault, type KnownKeys } from './key-rules.ts';
import { readRegion, regionEntry } from './trust-entry-cbor.ts';
import type { TrustedRegion } from './trust-list.ts';

/** What a region asks to stand in the trust list: the whole of it, each time. */
export interface TrustUpload extends TrustedRegion {
  readonly names: Texts;
  /** Rises with each upload of the region. */
  readonly serial: number;
  readonly issuedAt: Date;
}

/** Type of what is signed. Source: RFC 9596. */
const TYPE = 'application/tongma-trust-upload';
/** Longest upload that is looked at, in bytes. */
export const UPLOAD_MAX = 65_536;
/** Most keys of one region. */
const KEYS_MAX = 64;
/** Difference of clocks that is tolerated, in milliseconds. Source: DESIGN.md §6. */
const CLOCK_TOLERANCE_MS = 120_000;

/** Why an upload is not accepted. */
export type UploadFault =
  'MALFORMED' | 'BAD_SIGNATURE' | 'FOREIGN_REGION' | 'ROLLBACK' | 'CLOCK' | 'SUNSET' | KeyFault;

/** Under what an upload is opened. */
export interface UploadRules extends KnownKeys {
  /** The region that was enrolled with `uploadKey`. */
  readonly region: string;
  readonly uploadKey: { readonly kid: string; readonly spki: Uint8Array };
  /** Serial of the last upload that was accepted; 0 before the first. */
  readonly serial: number;
  /** The region as it stands in the last trust list. */
  readonly known: TrustedRegion | null;
  readonly verify: Verify;
  readonly sha256: Sha256;
  readonly now: Date;
}

/** A refused upload; `kid` where one key is why. */
export interface RefusedUpload {
  readonly fault: UploadFault;
  readonly kid?: string;
}

/** Signs an upload with the region's upload key: COSE_Sign1. Source: RFC 9052 §4.2. */
export function signUpload(upload: TrustUpload, signer: Signer): Promise<Uint8Array> {
  const payload = new Map(regionEntry(upload));
  payload.set('serial', upload.serial);
  payload.set('issuedAt', toSeconds(upload.issuedAt));
  return signSign1(encodeCbor(payload), signer, TYPE);
}

function decodeUpload(payload: Uint8Array): TrustUpload | null {
  const value = decodeCbor(payload);
  const said = asMap(value);
  const region = isCbor(value) ? readRegion(value) : null;
  const serial = asInteger(said?.get('serial'));
  const issuedAt = asInstant(said?.get('issuedAt'));
  if (!region?.names || serial === null || serial < 1 || !issuedAt) return null;
  if (region.keys.length > KEYS_MAX) return null;
  return { ...region, names: region.names, serial, issuedAt };
}

/** The region that an upload speaks of, before anything of it is verified; null when it is none. */
export function regionOfUpload(bytes: Uint8Array): string | null {
  const sign1 = bytes.length > UPLOAD_MAX ? null : readSign1(bytes, TYPE);
  return (sign1 && decodeUpload(sign1.payload)?.region) ?? null;
}

function keysFault(keys: readonly TrustedKey[], issuedAt: Date, rules: UploadRules) {
  for (const [at, key] of keys.entries()) {
    const twice = keys.slice(0, at).some(({ kid }) => kid === key.kid);
    const listed = rules.known?.keys.find(({ kid }) => kid === key.kid);
    const fault = twice ? 'KEY_TWICE' : keyFaultOf(key, { ...rules, listed, issuedAt });
    if (fault) return { fault, kid: key.kid };
  }
  return null;
}

/** Reads an upload that the key of its region has signed; what it may say is not asked here. */
export async function readUpload(
  bytes: Uint8Array,
  { uploadKey, verify }: Pick<UploadRules, 'uploadKey' | 'verify'>,
): Promise<TrustUpload | RefusedUpload> {
  const sign1 = bytes.length > UPLOAD_MAX ? null : readSign1(bytes, TYPE);
  if (!sign1) return { fault: 'MALFORMED' };
  const { alg, kid, signed, signature, payload } = sign1;
  const good = alg === ES256 && kid === uploadKey.kid;
  if (!good || !(await verify(uploadKey, signed, signature))) return { fault: 'BAD_SIGNATURE' };
  return decodeUpload(payload) ?? { fault: 'MALFORMED' };
}

/**
 * Verifies an upload with the key that the region was enrolled with, and says why it is refused:
 * in the name of another region, older than the last one, with keys that it may not have. Gives an
 * answer for all bytes and never throws. Source: DESIGN.md §6, Trust list.
 */
export async function openUpload(
  bytes: Uint8Array,
  rules: UploadRules,
): Promise<TrustUpload | RefusedUpload> {
  const upload = await readUpload(bytes, rules);
  if ('fault' in upload) return upload;
  if (upload.region !== rules.region) return { fault: 'FOREIGN_REGION' };
  if (upload.serial <= rules.serial) return { fault: 'ROLLBACK' };
  if (upload.issuedAt.getTime() > rules.now.getTime() + CLOCK_TOLERANCE_MS)
    return { fault: 'CLOCK' };
  if (rules.known?.state === 'SUNSET' && upload.state === 'ACTIVE') return { fault: 'SUNSET' };
  return keysFault(upload.keys, upload.issuedAt, rules) ?? upload;
}
