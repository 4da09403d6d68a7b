import { z } from 'zod';
import {
  drainMs,
  host,
  isLoopback,
  logLevel,
  port,
  postgresUrl,
  signerFile,
  publicKey,
} from '../config-fields.ts';
import type { KnownWitness } from './ask-witnesses.ts';
import { LOG_NAME } from './checkpoint.ts';
import type { WitnessedLog } from './witness.ts';

const name = z.string().regex(LOG_NAME);
const url = z
  .string()
  .refine((given) => {
    if (!URL.canParse(given)) return false;
    const { protocol, hostname } = new URL(given);
    return protocol === 'https:' || isLoopback(hostname);
  })
  .transform((given) => given.replace(/\/$/, ''));

function json<T>(shape: z.ZodType<T>, expected: string) {
  return z
    .string()
    .default('[]')
    .transform((text, context): T => {
      try {
        return shape.parse(JSON.parse(text));
      } catch {
        context.addIssue({ code: 'custom', message: expected });
        return z.NEVER;
      }
    });
}

/** Who cosigns a log, and which logs it cosigns. */
export interface Cosigning {
  readonly witnesses: readonly KnownWitness[];
  readonly witnessFor: readonly WitnessedLog[];
}

/** Variables of {@link Cosigning}, JSON; keys are public, PEM. */
export const cosigningFields = {
  AUDIT_WITNESSES: json<readonly KnownWitness[]>(
    z.array(z.object({ name, url, key: publicKey })),
    'needs JSON: [{"name", "url", "key"}]',
  ),
  AUDIT_WITNESS_FOR: json<readonly WitnessedLog[]>(
    z.array(z.object({ log: name, key: publicKey })),
    'needs JSON: [{"log", "key"}]',
  ),
};

/** Settings of the checkpointer's own process. No secret has a default. */
export const checkpointConfig = z
  .object({
    HOST: host,
    DRAIN_MS: drainMs,
    CHECKPOINT_PORT: port,
    CHECKPOINT_DATABASE_URL: postgresUrl,
    CHECKPOINT_PRIVATE_KEY_FILE: signerFile,
    /** File beside the database and not in it; made on first use. */
    CHECKPOINT_FILE: z.string().min(1),
    AUDIT_LOG_NAME: z.string().regex(LOG_NAME, 'needs 1 to 64 letters, digits, ".", "-" or "_"'),
    ...cosigningFields,
    LOG_LEVEL: logLevel,
  })
  .transform((env) => ({
    host: env.HOST,
    drainMs: env.DRAIN_MS,
    port: env.CHECKPOINT_PORT,
    databaseUrl: env.CHECKPOINT_DATABASE_URL,
    key: env.CHECKPOINT_PRIVATE_KEY_FILE,
    keptFile: env.CHECKPOINT_FILE,
    log: env.AUDIT_LOG_NAME,
    witnesses: env.AUDIT_WITNESSES,
    witnessFor: env.AUDIT_WITNESS_FOR,
    logLevel: env.LOG_LEVEL,
  }));
