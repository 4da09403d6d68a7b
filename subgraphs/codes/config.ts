import { z } from 'zod';
import { logLevel, poolMax, postgresUrl, publicKey } from '../kit/config-fields.ts';
import { serverConfig } from '../kit/server-config.ts';

/** Settings of the codes subgraph. No secret has a default. */
export const codesConfig = z
  .object({
    CODES_DATABASE_URL: postgresUrl,
    CODES_RECOGNIZE_URL: postgresUrl,
    CODES_POOL_MAX: poolMax,
    CODES_RECOGNIZE_POOL_MAX: z.coerce.number().int().min(1).max(200).default(4),
    /** File of the regions' private keys, mode 0600. */
    CODES_KEYS_FILE: z.string().min(1),
    /** File of the root keys that trust lists are verified with. */
    CODES_TRUST_ROOTS_FILE: z.string().min(1),
    /** File that remembers the highest version of a trust list; none: only while this runs. */
    CODES_TRUST_FLOOR_FILE: z.string().min(1).optional(),
    /** Key that the audit log's checkpoints are signed with. */
    AUDIT_PUBLIC_KEY: publicKey,
    /** Seconds between two times that lists are fetched from other stacks. */
    CODES_EXCHANGE_SECONDS: z.coerce.number().int().min(1).max(3_600).default(60),
    LOG_LEVEL: logLevel,
  })
  .transform((env) => ({
    databaseUrl: env.CODES_DATABASE_URL,
    recognizeUrl: env.CODES_RECOGNIZE_URL,
    poolMax: env.CODES_POOL_MAX,
    recognizePoolMax: env.CODES_RECOGNIZE_POOL_MAX,
    keysFile: env.CODES_KEYS_FILE,
    trustRootsFile: env.CODES_TRUST_ROOTS_FILE,
    trustFloorFile: env.CODES_TRUST_FLOOR_FILE,
    auditKey: env.AUDIT_PUBLIC_KEY,
    exchangeMs: env.CODES_EXCHANGE_SECONDS * 1_000,
    logLevel: env.LOG_LEVEL,
  }));

/** Settings as {@link codesConfig} reads them. */
export type CodesConfig = z.infer<typeof codesConfig>;

/** Further settings of the process that serves codes over HTTP. */
export const codesServerConfig = serverConfig('CODES_PORT');
