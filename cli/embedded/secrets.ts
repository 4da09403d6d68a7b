import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { readOrMake } from './sealed-file.ts';

/** Roles of the database, each with a password of its own. */
export const DATABASE_ROLES = [
  'tongma_owner',
  'tongma_residents',
  'tongma_health',
  'tongma_travel',
  'tongma_codes',
  'tongma_recognize',
] as const;
/** One role of the database. */
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

const secrets = z.object({
  superuserPassword: z.string(),
  rolePasswords: z.record(z.enum(DATABASE_ROLES), z.string()),
  /** Master key of sealed fields: 32 bytes, base64url. */
  fieldKey: z.string(),
  /** Key of the blind index: 32 bytes, base64url. */
  indexKey: z.string(),
  /** Ed25519 key that signs identities for subgraphs: PKCS #8, PEM. */
  identityKey: z.string(),
});

/** Secrets of an all-in-one Tongma; random, made on first start. */
export type Secrets = z.infer<typeof secrets>;

function random(): string {
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

/** Reads the secrets of a data folder, or makes them. @throws {StartError} when the file is broken */
export function readSecrets(file: string): Secrets {
  return readOrMake(file, secrets, makeSecrets);
}
