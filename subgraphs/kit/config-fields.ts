import { createPublicKey } from 'node:crypto';
import { z } from 'zod';

/** `postgres://role:password@host:port/database`. */
export const postgresUrl = z
  .string()
  .refine((url) => /^postgres(ql)?:\/\//.test(url), 'needs a postgres:// URL');

/** A TCP port; 0 = any free one. */
export const port = z.coerce.number().int().min(0).max(65_535);

/** Most connections of one pool. */
export const poolMax = z.coerce.number().int().min(1).max(200).default(10);

/** 32 bytes, base64url; a Buffer in code. */
export const key32 = z
  .string()
  .refine((text) => Buffer.from(text, 'base64url').length === 32, 'needs 32 bytes, base64url')
  .transform((text) => Buffer.from(text, 'base64url'));

/** What is written to the log. */
export const logLevel = z
  .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  .default('warn');

/** An Ed25519 public key, PEM; a KeyObject in code. */
export const publicKey = z.string().transform((pem, context) => {
  try {
    return createPublicKey(pem);
  } catch {
    context.addIssue({ code: 'custom', message: 'needs a public key, PEM' });
    return z.NEVER;
  }
});
