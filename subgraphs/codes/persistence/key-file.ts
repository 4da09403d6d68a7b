import { readFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { z } from 'zod';
import { readSealedText } from '../../kit/sealed-text.ts';
import { keyId, pemSigner } from '../../kit/signing/sealed-signer.ts';
import { KEY_USES, type KeyUse, type Signer } from '../domain/token/keys.ts';
import { signingKey, type RegionKey } from '../domain/trust/signing-key.ts';
import type { TrustIndex } from '../domain/trust/trust-list.ts';

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

/** A private key of the file, with the life that the file says it has. */
export interface FileKey extends RegionKey {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** The private keys of the regions that are served here. */
export interface KeyFile {
  /** As the file has them now: a key that was added to it is there without a restart. */
  keys(): readonly FileKey[];
}

/** How often the file is looked at, in milliseconds. */
const LOOK_MS = 2_000;

function stampOf(path: string): string {
  const { ino, size, mtimeMs } = statSync(path);
  return `${ino} ${size} ${mtimeMs}`;
}

function readKeys(path: string): FileKey[] {
  const entries = keyFile.parse(JSON.parse(readSealedText(path)));
  return entries.map(({ region, use, privateKey, notBefore, notAfter }) => ({
    ...{ region, use, signer: pemSigner(privateKey, 'ES256') },
    ...{ notBefore: new Date(notBefore), notAfter: new Date(notAfter) },
  }));
}

/**
 * Opens the sealed key file: JSON, mode 0600. Later it is read again when it has changed; when it
 * cannot be, `onFault` is told and the keys stay.
 * @throws {SealedFileError} when others may read the file
 */
export function openKeyFile(path: string, onFault: (error: unknown) => void): KeyFile {
  let keys = readKeys(path);
  let stamp = stampOf(path);
  let lookedAt = Date.now();

  function look(): void {
    lookedAt = Date.now();
    try {
      const now = stampOf(path);
      if (now === stamp) return;
      stamp = now;
      keys = readKeys(path);
    } catch (error) {
      onFault(error);
    }
  }

  return {
    keys() {
      if (Date.now() - lookedAt >= LOOK_MS) look();
      return keys;
    },
  };
}

/** Signs for regions; undefined where a region has no key of that use in force here. */
export interface RegionSigners {
  /** `at` is the instant that the signed text names. Default: now. */
  signer(region: string, use: KeyUse, at?: Date): Signer | undefined;
}

/** Chooses the keys that sign by the trust list in force: see `signingKey`. */
export function regionSigners(
  file: KeyFile,
  trust: () => TrustIndex | null,
  now: () => Date,
): RegionSigners {
  return {
    signer(region, use, at = now()) {
      const own = file.keys().filter((key) => key.region === region && key.use === use);
      return signingKey(own, { region, use }, trust(), at);
    },
  };
}

/** Shape of the file of root keys. */
export const trustRoots = z.object({
  environment: z.enum(['production', 'demo']),
  threshold: z.number().int().min(1),
  /** SPKI, DER, base64. */
  roots: z.array(z.string()).min(1),
});

/** Root keys that trust lists are verified with. */
export type TrustRoots = z.infer<typeof trustRoots>;

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
  return trustRoots.parse(JSON.parse(await readFile(path, 'utf8')));
}
