import { z } from 'zod';
import { key32, logLevel, poolMax, postgresUrl } from '../kit/config-fields.ts';
import { serverConfig } from '../kit/server-config.ts';

/** Settings of the residents subgraph. No secret has a default. */
export const residentsConfig = z
  .object({
    RESIDENTS_DATABASE_URL: postgresUrl,
    RESIDENTS_POOL_MAX: poolMax,
    FIELD_KEY: key32,
    INDEX_KEY: key32,
    LOG_LEVEL: logLevel,
  })
  .transform((env) => ({
    databaseUrl: env.RESIDENTS_DATABASE_URL,
    poolMax: env.RESIDENTS_POOL_MAX,
    fieldKey: env.FIELD_KEY,
    indexKey: env.INDEX_KEY,
    logLevel: env.LOG_LEVEL,
  }));

/** Settings as {@link residentsConfig} reads them. */
export type ResidentsConfig = z.infer<typeof residentsConfig>;

/** Further settings of the process that serves residents over HTTP. */
export const residentsServerConfig = serverConfig('RESIDENTS_PORT');
