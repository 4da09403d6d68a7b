import { keyId } from '../kit/signing/sealed-signer.ts';
import { writeByMany, readByMany, signAlso } from './domain/token/cose-sign.ts';
import type { Signer } from './domain/token/keys.ts';
import { decodeTrustList, encodeTrustList } from './domain/trust/trust-list-cbor.ts';
import {
  openTrustList,
  type TrustIndex,
  type TrustList,
  type TrustListFault,
} from './domain/trust/trust-list.ts';
import {
  openUpload,
  readUpload,
  type RefusedUpload,
  type TrustUpload,
  type UploadRules,
} from './domain/trust/trust-upload.ts';
import { rootKeys, type TrustRoots } from './persistence/key-file.ts';
import { nodeVerify, sha256 } from './persistence/node-crypto.ts';

export { isEndpoint } from './domain/trust/endpoint.ts';
export { KEY_DAYS, LISTED_DAYS, OVERLAP_DAYS } from './domain/trust/key-rules.ts';
export {
  changesBetween,
  draftFaults,
  type DraftFault,
  type TrustChange,
} from './domain/trust/trust-changes.ts';
export { draftTrustList } from './domain/trust/trust-draft.ts';
export {
  REGION_ROLES,
  signTrustList,
  trustIndex,
  type TrustedRegion,
  type TrustIndex,
  type TrustList,
  type TrustListFault,
} from './domain/trust/trust-list.ts';
export {
  regionOfUpload,
  signUpload,
  type TrustUpload,
  type UploadFault,
} from './domain/trust/trust-upload.ts';
export type { TrustedKey } from './domain/token/keys.ts';
export type { StoredFault } from './persistence/trust-list.store.ts';
export { trustRoots, type TrustRoots } from './persistence/key-file.ts';

const verify = nodeVerify();
/** Before every list's end. */
const EVER = new Date(0);

/** A public key with its id, of SubjectPublicKeyInfo in base64. */
export function publicKeyFrom(base64: string): { kid: string; spki: Uint8Array } {
  const spki = new Uint8Array(Buffer.from(base64, 'base64'));
  return { kid: keyId(spki), spki };
}

/** Opens an upload of a region here: see `openUpload`. */
export function openUploadHere(
  bytes: Uint8Array,
  rules: Omit<UploadRules, 'verify' | 'sha256'>,
): Promise<TrustUpload | RefusedUpload> {
  return openUpload(bytes, { ...rules, verify, sha256 });
}

/** Reads an upload that was accepted before: see `readUpload`. */
export function readUploadHere(
  bytes: Uint8Array,
  uploadKey: UploadRules['uploadKey'],
): Promise<TrustUpload | RefusedUpload> {
  return readUpload(bytes, { uploadKey, verify });
}

/** How a signed list is opened here. */
export interface ListRules {
  /** An older version is refused. Default: none is. */
  readonly current?: number;
  /** Null: a list that is over opens too. */
  readonly now: Date | null;
}

/** Verifies a signed trust list with the root keys of a file. */
export function openListHere(
  bytes: Uint8Array,
  roots: TrustRoots,
  { current = 0, now }: ListRules,
): Promise<TrustIndex | { readonly fault: TrustListFault }> {
  return openTrustList(bytes, { ...rootKeys(roots), current, verify, now: now ?? EVER });
}

/** A list that nobody has signed yet, as signers add to it. */
export function unsignedList(list: TrustList): Uint8Array {
  return writeByMany({ payload: encodeTrustList(list), signatures: [] });
}

/** What a list says and which keys claim to have signed it; nothing is verified. Null for others. */
export function readList(
  bytes: Uint8Array,
): { readonly list: TrustList; readonly kids: readonly string[]; readonly digest: string } | null {
  const signed = readByMany(bytes);
  const list = signed && decodeTrustList(signed.payload);
  if (!list) return null;
  const digest = Buffer.from(sha256(signed.payload)).toString('hex');
  return { list, kids: signed.signatures.map(({ kid }) => kid), digest };
}

/** Adds the signature of a root to a list. @throws {Error} when the bytes are none */
export async function signListAlso(bytes: Uint8Array, root: Signer): Promise<Uint8Array> {
  const signed = await signAlso(bytes, root);
  if (!signed) throw new Error('Not a list.');
  return signed;
}
