import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  kekId,
  localWrapper,
  type KeyEncryptionKeys,
} from '../../subgraphs/kit/keys/local-wrapper.ts';
import type { KeyWrapper } from '../../subgraphs/kit/keys/key-wrapper.ts';
import { StartError } from '../start-error.ts';
import { readOrMake, readSealed, writeSealed } from './sealed-file.ts';

/** Roles of the database, each with a password of its own. */
export const DATABASE_ROLES = [
  'tongma_owner',
  'tongma_residents',
  'tongma_health',
  'tongma_travel',
  'tongma_codes',
  'tongma_recognize',
  'tongma_gateway',
  'tongma_checkpoint',
] as const;

/** One role of the database. */
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

function isEd25519(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

const key = z.string().regex(/^[\w-]{43}$/, 'needs 32 bytes, base64url');

const secretsFile = z.object({
  superuserPassword: z.string().min(1),
  /** By role; one that a newer version added may be missing. */
  rolePasswords: z.record(z.string(), z.string().min(1)),
  /** Key-encryption key of sealed fields: 32 bytes, base64url. */
  fieldKey: key,
  /** The one before it, while it is being replaced. */
  oldFieldKey: key.optional(),
  /** First key of the blind index: 32 bytes, base64url; its later ones stand in the key ring. */
  indexKey: key,
  /** Ed25519 key that signs identities for subgraphs: PKCS #8, PEM. */
  identityKey: z.string().refine(isEd25519),
});

/** Secrets of an all-in-one Tongma; random, made on first start. */
export type Secrets = z.infer<typeof secretsFile> & {
  readonly rolePasswords: Readonly<Record<DatabaseRole, string>>;
};

/** 32 random bytes, base64url. */
export function random(): string {
  return randomBytes(32).toString('base64url');
}

/** Something for each role of the database. */
export function eachRole<T>(make: (role: DatabaseRole) => T): Record<DatabaseRole, T> {
  return {
    tongma_owner: make('tongma_owner'),
    tongma_residents: make('tongma_residents'),
    tongma_health: make('tongma_health'),
    tongma_travel: make('tongma_travel'),
    tongma_codes: make('tongma_codes'),
    tongma_recognize: make('tongma_recognize'),
    tongma_gateway: make('tongma_gateway'),
    tongma_checkpoint: make('tongma_checkpoint'),
  };
}

function makeSecrets(): Secrets {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    superuserPassword: random(),
    rolePasswords: eachRole(random),
    fieldKey: random(),
    indexKey: random(),
    identityKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  };
}

function keysOf({ fieldKey, oldFieldKey }: z.infer<typeof secretsFile>): KeyEncryptionKeys {
  const old = oldFieldKey === undefined ? [] : [Buffer.from(oldFieldKey, 'base64url')];
  return { current: Buffer.from(fieldKey, 'base64url'), old };
}

/** Ids of the key-encryption keys of a data folder. */
export function folderKeks(file: string): string[] {
  const { current, old } = keysOf(readSecrets(file));
  return [current, ...old].map(kekId);
}

/** Wraps the keys of the ring under those of a data folder; sees it when they change. */
export function folderWrapper(file: string): KeyWrapper {
  return localWrapper(() => {
    const kept = readSealed(file, secretsFile);
    if (!kept) throw new StartError(`The file ${file} is gone.`);
    return keysOf(kept);
  });
}

/**
 * Gives a data folder a new key-encryption key, beside the old one; goes on with one that was begun.
 * The file is replaced as a whole, so that a kill leaves either the one or the other.
 */
export function beginFieldKey(file: string): void {
  const kept = readSecrets(file);
  if (kept.oldFieldKey !== undefined) return;
  const next = { ...kept, fieldKey: random(), oldFieldKey: kept.fieldKey };
  writeSealed(file, JSON.stringify(next, null, 2));
}

/** Forgets the key before the present one: nothing is under it any more. */
export function endFieldKey(file: string): void {
  const kept = readSecrets(file);
  writeSealed(file, JSON.stringify({ ...kept, oldFieldKey: undefined }, null, 2));
}

/**
 * Reads the secrets of a data folder, or makes them. Roles without a password get one.
 * @throws {StartError} when the file is broken
 */
export function readSecrets(file: string): Secrets {
  const kept = readOrMake<z.infer<typeof secretsFile>>(file, secretsFile, makeSecrets);
  const passwords = kept.rolePasswords;
  const whole = {
    ...kept,
    rolePasswords: { ...passwords, ...eachRole((role) => passwords[role] ?? random()) },
  };
  if (DATABASE_ROLES.some((role) => !(role in passwords))) {
    writeSealed(file, JSON.stringify(whole, null, 2));
  }
  return whole;
}
