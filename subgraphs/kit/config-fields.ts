import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { OperatorError } from './operator-error.ts';
import { readSealedText } from './sealed-text.ts';
import { sealedSigner } from './signing/sealed-signer.ts';

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

/**
 * Path of a sealed file (mode 0600) of keys, a line each (32 bytes, base64url): the first wraps, the
 * others still open. In code what reads it, anew each time.
 */
export const keyFile = z.string().transform((path, context) => {
  function read() {
    const lines = readSealedText(path)
      .split('\n')
      .filter((line) => line.trim() !== '');
    const [current, ...old] = lines.map((line) => key32.parse(line.trim()));
    if (!current) throw new OperatorError('FIELD_KEY_FILE holds no key.');
    return { current, old };
  }
  try {
    read();
    return read;
  } catch {
    context.addIssue({
      code: 'custom',
      message: 'needs a file of mode 0600 with keys of 32 bytes, base64url, a line each',
    });
    return z.NEVER;
  }
});

/** What is written to the log. */
export const logLevel = z
  .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  .default('warn');

/** How long a process goes on answering after SIGTERM while it says at `/ready` that it leaves, in ms. */
export const drainMs = z.coerce.number().int().min(0).max(300_000).default(3_000);

/** Address that a process listens on. */
export const host = z.string().min(1).default('127.0.0.1');

/** Whether a host name is this machine's loopback. */
export function isLoopback(hostname: string): boolean {
  return ['127.0.0.1', 'localhost', '::1', '[::1]'].includes(hostname);
}

/** `http(s)://host[:port]` without a path. */
export const origin = z
  .string()
  .refine(
    (url) => URL.canParse(url) && /^https?:\/\/[^/?#@]+\/?$/.test(url),
    'needs http://host:port or https://host:port, without a path',
  )
  .transform((url) => (URL.canParse(url) ? new URL(url).origin : url));

/** An Ed25519 public key, PEM; line breaks may be written as `\n`. A KeyObject in code. */
export const publicKey = z.string().transform((text, context) => {
  const pem = text.replaceAll('\\n', '\n');
  try {
    const key = createPublicKey(pem);
    // A private key would be taken too, and has no business here.
    if (key.asymmetricKeyType === 'ed25519' && !pem.includes('PRIVATE')) return key;
  } catch {
    // said below
  }
  context.addIssue({ code: 'custom', message: 'needs an Ed25519 public key, PEM' });
  return z.NEVER;
});

/** Path of a sealed file (mode 0600) with an Ed25519 private key, PEM; a Signer in code. */
export const signerFile = z.string().transform((path, context) => {
  try {
    return sealedSigner(path, 'EdDSA');
  } catch {
    context.addIssue({
      code: 'custom',
      message: 'needs a file of mode 0600 with an Ed25519 private key, PEM',
    });
    return z.NEVER;
  }
});
