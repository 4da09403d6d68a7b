import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { OperatorError } from '../operator-error.ts';
import { readSealedText } from '../sealed-text.ts';
import type { Signer, SigningAlgorithm } from './signer.ts';

/** A private key that cannot sign here; `message` never holds it. */
export class SigningKeyError extends OperatorError {
  override readonly name = 'SigningKeyError';
}

const KINDS = {
  ES256: { name: 'P-256', digest: 'sha256' },
  EdDSA: { name: 'Ed25519', digest: null },
} as const;

/** Key id of a public key: the first 8 bytes of the SHA-256 of its SPKI, hexadecimal. */
export function keyId(spki: Uint8Array): string {
  return createHash('sha256').update(spki).digest('hex').slice(0, 16);
}

/** The public key of a signer, for those who verify. */
export function publicKeyOf({ spki }: Pick<Signer, 'spki'>): KeyObject {
  return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
}

/** Algorithm of a key; null for any but these. Source: DESIGN.md §6 and §8, RFC 9053 §2.1. */
export function algorithmOf(key: KeyObject): SigningAlgorithm | null {
  if (key.asymmetricKeyType === 'ed25519') return 'EdDSA';
  return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'ES256' : null;
}

/**
 * A key with the encoding of its signatures on it, where Node looks for it too: r and s, 32 bytes each,
 * as COSE and JOSE have them; Ed25519 knows no encoding. In an object of their own, as Node documents
 * it, each call takes a quarter longer: Node tries that object as a key first.
 */
function withEncoding(key: KeyObject): KeyObject {
  return Object.assign(key, { dsaEncoding: 'ieee-p1363' });
}

function parsed(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}

/**
 * Signs with a private key in memory (PKCS #8, PEM), in the thread pool.
 * @throws {SigningKeyError} for a key of another algorithm
 */
export function pemSigner(pem: string, alg: SigningAlgorithm): Signer {
  const key = parsed(pem);
  const { name, digest } = KINDS[alg];
  if (!key || algorithmOf(key) !== alg) throw new SigningKeyError(`Not a ${name} key.`);
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const signing = withEncoding(key);
  return {
    ...{ kid: keyId(spki), alg, spki },
    sign: (data) =>
      new Promise((resolve, reject) => {
        sign(digest, data, signing, (error, signature) => {
          if (error) reject(error);
          else resolve(signature);
        });
      }),
  };
}

/**
 * Signs with the private key of a sealed file.
 * @throws {SealedFileError} when others may read the file
 * @throws {SigningKeyError} when it holds something else
 */
export function sealedSigner(path: string, alg: SigningAlgorithm): Signer {
  return pemSigner(readSealedText(path), alg);
}
