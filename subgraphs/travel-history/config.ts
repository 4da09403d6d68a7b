import { z } from 'zod';
import { logLevel, poolMax, postgresUrl } from '../kit/config-fields.ts';
import { serverConfig } from '../kit/server-config.ts';

/** Settings of the travel-history subgraph. No secret has a default. */
export const travelHistoryConfig = z
  .object({
    TRAVEL_HISTORY_DATABASE_URL: postgresUrl,
    TRAVEL_HISTORY_POOL_MAX: poolMax,
    LOG_LEVEL: logLevel,
  })
  .transform((env) => ({
    databaseUrl: env.TRAVEL_HISTORY_DATABASE_URL,
    poolMax: env.TRAVEL_HISTORY_POOL_MAX,
    logLevel: env.LOG_LEVEL,
  }));

/** Settings as {@link travelHistoryConfig} reads them. */
export type TravelHistoryConfig = z.infer<typeof travelHistoryConfig>;

/** Further settings of the process that serves travel-history over HTTP. */
export const travelHistoryServerConfig = serverConfig('TRAVEL_HISTORY_PORT');
