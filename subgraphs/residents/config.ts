import { z } from 'zod';
import { key32, logLevel, poolMax, postgresUrl } from '../kit/config-fields.ts';
import { fieldKeys, hasOneFieldKey, ONE_FIELD_KEY, wrapperOf } from '../kit/keys/wrapper-config.ts';
import { serverConfig } from '../kit/server-config.ts';

/** Settings of the residents subgraph. No secret has a default. */
export const residentsConfig = z
  .object({
    RESIDENTS_DATABASE_URL: postgresUrl,
    RESIDENTS_POOL_MAX: poolMax,
    ...fieldKeys,
    INDEX_KEY: key32.optional(),
    LOG_LEVEL: logLevel,
  })
  .refine(hasOneFieldKey, ONE_FIELD_KEY)
  .transform((env) => ({
    databaseUrl: env.RESIDENTS_DATABASE_URL,
    poolMax: env.RESIDENTS_POOL_MAX,
    keyWrapper: wrapperOf(env),
    indexKey: env.INDEX_KEY ?? null,
    logLevel: env.LOG_LEVEL,
  }));

/** Settings as {@link residentsConfig} reads them. */
export type ResidentsConfig = z.infer<typeof residentsConfig>;

/** Further settings of the process that serves residents over HTTP. */
export const residentsServerConfig = serverConfig('RESIDENTS_PORT');
