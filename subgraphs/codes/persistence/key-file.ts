import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readSealedText } from '../../kit/sealed-text.ts';
import { keyId, pemSigner } from '../../kit/signing/sealed-signer.ts';
import { KEY_USES, type KeyUse, type Signer } from '../domain/token/keys.ts';

/** A private key of a region, as the sealed file holds it. */
export const privateKeyEntry = z.object({
  region: z.string(),
  use: z.enum(KEY_USES),
  /** PKCS #8, PEM, P-256. */
  privateKey: z.string(),
  /** When the key may sign: from, and until (exclusive). */
  notBefore: z.iso.datetime(),
  notAfter: z.iso.datetime(),
});

const keyFile = z.array(privateKeyEntry);

/** One entry of a sealed key file. */
export type PrivateKeyEntry = z.infer<typeof privateKeyEntry>;

/** Signs for regions; undefined where a region has no key of that use here. */
export interface RegionSigners {
  signer(region: string, use: KeyUse): Signer | undefined;
}

/**
 * Opens the sealed key file: JSON, mode 0600. The last key of a region and use is the one that
 * signs. @throws {SealedFileError} when others may read the file
 */
export function openKeyFile(path: string): RegionSigners {
  const entries = keyFile.parse(JSON.parse(readSealedText(path)));
  const signers = new Map(
    entries.map(({ region, use, privateKey }) => [
      `${region} ${use}`,
      pemSigner(privateKey, 'ES256'),
    ]),
  );
  return { signer: (region, use) => signers.get(`${region} ${use}`) };
}

const rootsFile = z.object({
  environment: z.enum(['production', 'demo']),
  threshold: z.number().int().min(1),
  /** SPKI, DER, base64. */
  roots: z.array(z.string()).min(1),
});

/** Root keys that trust lists are verified with. */
export type TrustRoots = z.infer<typeof rootsFile>;

/** Root keys as trust lists are opened with them. */
export function rootKeys({ roots, threshold, environment }: TrustRoots) {
  const keys = roots.map((root) => {
    const spki = Buffer.from(root, 'base64');
    return { kid: keyId(spki), spki };
  });
  return { roots: keys, threshold, environment };
}

/** Reads the file of root keys. */
export async function readTrustRoots(path: string): Promise<TrustRoots> {
  return rootsFile.parse(JSON.parse(await readFile(path, 'utf8')));
}
