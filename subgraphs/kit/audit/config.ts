import { z } from 'zod';
import { host, logLevel, port, postgresUrl, privateKeyFile } from '../config-fields.ts';
import { LOG_NAME } from './checkpoint.ts';

/** Settings of the checkpointer's own process. No secret has a default. */
export const checkpointConfig = z
  .object({
    HOST: host,
    CHECKPOINT_PORT: port,
    CHECKPOINT_DATABASE_URL: postgresUrl,
    CHECKPOINT_PRIVATE_KEY_FILE: privateKeyFile,
    /** File beside the database and not in it; made on first use. */
    CHECKPOINT_FILE: z.string().min(1),
    AUDIT_LOG_NAME: z.string().regex(LOG_NAME, 'needs 1 to 64 letters, digits, ".", "-" or "_"'),
    LOG_LEVEL: logLevel,
  })
  .transform((env) => ({
    host: env.HOST,
    port: env.CHECKPOINT_PORT,
    databaseUrl: env.CHECKPOINT_DATABASE_URL,
    key: env.CHECKPOINT_PRIVATE_KEY_FILE,
    keptFile: env.CHECKPOINT_FILE,
    log: env.AUDIT_LOG_NAME,
    logLevel: env.LOG_LEVEL,
  }));
