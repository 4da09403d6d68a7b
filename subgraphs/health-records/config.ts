import { z } from 'zod';
import { logLevel, poolMax, postgresUrl } from '../kit/config-fields.ts';
import { fieldKeys, hasOneFieldKey, ONE_FIELD_KEY, wrapperOf } from '../kit/keys/wrapper-config.ts';
import { serverConfig } from '../kit/server-config.ts';

/** Settings of the health-records subgraph. No secret has a default. */
export const healthRecordsConfig = z
  .object({
    HEALTH_RECORDS_DATABASE_URL: postgresUrl,
    HEALTH_RECORDS_POOL_MAX: poolMax,
    ...fieldKeys,
    /** File of the keys that laboratories sign batches with; none: no signed batch is taken. */
    EVIDENCE_KEYS_FILE: z.string().min(1).optional(),
    LOG_LEVEL: logLevel,
  })
  .refine(hasOneFieldKey, ONE_FIELD_KEY)
  .transform((env) => ({
    databaseUrl: env.HEALTH_RECORDS_DATABASE_URL,
    poolMax: env.HEALTH_RECORDS_POOL_MAX,
    keyWrapper: wrapperOf(env),
    evidenceKeysFile: env.EVIDENCE_KEYS_FILE ?? null,
    logLevel: env.LOG_LEVEL,
  }));

/** Settings as {@link healthRecordsConfig} reads them. */
export type HealthRecordsConfig = z.infer<typeof healthRecordsConfig>;

/** Further settings of the process that serves health-records over HTTP. */
export const healthRecordsServerConfig = serverConfig('HEALTH_RECORDS_PORT');
