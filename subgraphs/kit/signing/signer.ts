/** How a key signs: ECDSA on P-256 with SHA-256, or Ed25519. Names as in JOSE and COSE. */
export type SigningAlgorithm = 'ES256' | 'EdDSA';

/**
 * Signs with one private key, wherever that key is: in a sealed file here, in a key management
 * service elsewhere. Everything of Tongma that signs takes one of these, so that an adapter is one
 * implementation; who checks a signature needs none.
 */
export interface Signer {
  /** First 8 bytes of the SHA-256 of `spki`, as 16 hexadecimal digits. */
  readonly kid: string;
  readonly alg: SigningAlgorithm;
  /** The public key: SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
  /** Gives 64 bytes: r and s of ECDSA, or an Ed25519 signature. */
  sign(data: Uint8Array): Promise<Uint8Array>;
}
