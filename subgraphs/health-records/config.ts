import { z } from 'zod';
import { logLevel, poolMax, postgresUrl } from '../kit/config-fields.ts';
import { serverConfig } from '../kit/server-config.ts';

/** Settings of the health-records subgraph. No secret has a default. */
export const healthRecordsConfig = z
  .object({
    HEALTH_RECORDS_DATABASE_URL: postgresUrl,
    HEALTH_RECORDS_POOL_MAX: poolMax,
    LOG_LEVEL: logLevel,
  })
  .transform((env) => ({
    databaseUrl: env.HEALTH_RECORDS_DATABASE_URL,
    poolMax: env.HEALTH_RECORDS_POOL_MAX,
    logLevel: env.LOG_LEVEL,
  }));

/** Settings as {@link healthRecordsConfig} reads them. */
export type HealthRecordsConfig = z.infer<typeof healthRecordsConfig>;

/** Further settings of the process that serves health-records over HTTP. */
export const healthRecordsServerConfig = serverConfig('HEALTH_RECORDS_PORT');
