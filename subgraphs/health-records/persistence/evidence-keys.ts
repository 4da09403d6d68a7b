import { readFileSync } from 'node:fs';
import { compactVerify, importJWK } from 'jose';
import { z } from 'zod';
import { OperatorError } from '../../kit/operator-error.ts';
import type { EvidenceKey, VerifyEvidence } from '../domain/submission/signed-batch.ts';

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** A file of laboratories' public keys: a JSON Web Key Set, each key with whose it is and until when. */
const keySet = z.object({
  keys: z
    .array(
      z.object({
        kid: z.string().min(1).max(64),
        alg: z.enum(['ES256', 'EdDSA']),
        kty: z.enum(['EC', 'OKP']),
        crv: z.enum(['P-256', 'Ed25519']),
        x: z.string(),
        y: z.string().optional(),
        /** A private key has no business here. */
        d: z.undefined().optional(),
        region: z.string().regex(/^\d{6}$/),
        laboratory: z.string().min(1).max(64),
        notBefore: instant,
        notAfter: instant,
      }),
    )
    .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, 'a kid is twice'),
});

type Kept = z.infer<typeof keySet>['keys'][number];

const DETACHED = /^([\w-]{1,1024})\.\.([\w-]{1,256})$/;
const header = z.strictObject({ alg: z.string(), kid: z.string() });

function headerOf(encoded: string): z.infer<typeof header> | null {
  try {
    const parsed = header.safeParse(JSON.parse(Buffer.from(encoded, 'base64url').toString()));
    return parsed.data ?? null;
  } catch {
    return null;
  }
}

async function isRight({ alg, kty, crv, x, y }: Kept, jws: string): Promise<boolean> {
  try {
    const key = await importJWK({ kty, crv, x, ...(y !== undefined && { y }) }, alg);
    await compactVerify(jws, key, { algorithms: [alg] });
    return true;
  } catch {
    return false;
  }
}

/** Verifies with keys that are given. The algorithm is the key's, whatever a header says. */
export function evidenceVerifier(keys: readonly Kept[]): VerifyEvidence {
  const byKid = new Map(keys.map((key) => [key.kid, key]));
  return async (text, signature) => {
    const [, head, tail] = DETACHED.exec(signature) ?? [];
    if (head === undefined || tail === undefined) return null;
    const said = headerOf(head);
    const key = said && byKid.get(said.kid);
    if (said?.alg !== key?.alg || !key) return null;
    const payload = Buffer.from(text, 'utf8').toString('base64url');
    if (!(await isRight(key, `${head}.${payload}.${tail}`))) return null;
    const { kid, region, laboratory, notBefore, notAfter } = key;
    return { kid, region, laboratory, notBefore, notAfter } satisfies EvidenceKey;
  };
}

/**
 * Verifies with the keys of a file; without one no signature is right.
 * @throws {OperatorError} when the file is not as it should be
 */
export function readEvidenceKeys(file: string | null): VerifyEvidence {
  if (file === null) return evidenceVerifier([]);
  try {
    return evidenceVerifier(keySet.parse(JSON.parse(readFileSync(file, 'utf8'))).keys);
  } catch (cause) {
    throw new OperatorError('EVIDENCE_KEYS_FILE is no set of public keys of laboratories.', {
      cause,
    });
  }
}
