export type { Signer } from '../../../kit/signing/signer.ts';

import { hexOf } from './bytes.ts';

/** COSE number of ES256, the one algorithm of every key. Source: RFC 9053. */
export const ES256 = -7;

/** What a key may sign. Source: DESIGN.md §6, Trust list. */
export const KEY_USES = [
  'dynamic',
  'paper',
  'status',
  'policy',
  'evidence',
  'receipt',
  'specimen',
] as const;
/** One use of a key. */
export type KeyUse = (typeof KEY_USES)[number];

/** A public key with what it may be used for. */
export interface TrustedKey {
  /** First 8 bytes of the SHA-256 of `spki`, as 16 hexadecimal digits. */
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: KeyUse;
  /** A key signs for exactly its own region. */
  readonly region: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly state: 'ACTIVE' | 'TERMINATED';
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
}

/** Checks a signature (64 bytes, r and s). Never rejects. */
export type Verify = (
  key: { readonly kid: string; readonly spki: Uint8Array },
  data: Uint8Array,
  signature: Uint8Array,
) => Promise<boolean>;

/** One signature to be checked. */
export interface SignatureCheck {
  readonly key: Parameters<Verify>[0];
  readonly data: Uint8Array;
  /** 64 bytes, r and s. */
  readonly signature: Uint8Array;
}

/** Checks many signatures together, in order. Never rejects. */
export type VerifyAll = (checks: readonly SignatureCheck[]) => Promise<readonly boolean[]>;

/** Checks a holder's Ed25519 signature (64 bytes) by the key alone (32 bytes). Rejects where nothing can. */
export type VerifyHolder = (
  key: Uint8Array,
  data: Uint8Array,
  signature: Uint8Array,
) => Promise<boolean>;

/** Bytes of a key id. */
export function kidBytes(kid: string): Uint8Array {
  return Uint8Array.from({ length: 8 }, (_, at) =>
    Number.parseInt(kid.slice(at * 2, at * 2 + 2), 16),
  );
}

/** Text of a key id. */
export function kidText(bytes: Uint8Array): string {
  return hexOf(bytes);
}
