import { z } from 'zod';
import { logLevel, poolMax, postgresUrl } from '../kit/config-fields.ts';
import { serverConfig } from '../kit/server-config.ts';
import { HOLD_RULES } from './domain/bulletin/hold.ts';

const count = z.coerce.number().int().min(0);
const share = z.coerce.number().min(0);

/** Settings of the travel-history subgraph. No secret has a default. */
export const travelHistoryConfig = z
  .object({
    TRAVEL_HISTORY_DATABASE_URL: postgresUrl,
    TRAVEL_HISTORY_POOL_MAX: poolMax,
    LOG_LEVEL: logLevel,
    /** More areas than this, and a larger share of all a day, are lifted only by two people. */
    TRAVEL_HISTORY_HOLD_LIFTED: count.default(HOLD_RULES.liftedOver),
    TRAVEL_HISTORY_HOLD_LIFTED_SHARE: share.default(HOLD_RULES.liftedShare),
    /** The same for areas that are raised. */
    TRAVEL_HISTORY_HOLD_RAISED: count.default(HOLD_RULES.raisedOver),
    TRAVEL_HISTORY_HOLD_RAISED_SHARE: share.default(HOLD_RULES.raisedShare),
    /** Two bulletins of one instant may differ by so much. */
    TRAVEL_HISTORY_HOLD_DIFFERS: count.default(HOLD_RULES.differsOver),
    TRAVEL_HISTORY_HOLD_DIFFERS_SHARE: share.default(HOLD_RULES.differsShare),
  })
  .transform((env) => ({
    databaseUrl: env.TRAVEL_HISTORY_DATABASE_URL,
    poolMax: env.TRAVEL_HISTORY_POOL_MAX,
    logLevel: env.LOG_LEVEL,
    holdRules: {
      liftedOver: env.TRAVEL_HISTORY_HOLD_LIFTED,
      liftedShare: env.TRAVEL_HISTORY_HOLD_LIFTED_SHARE,
      raisedOver: env.TRAVEL_HISTORY_HOLD_RAISED,
      raisedShare: env.TRAVEL_HISTORY_HOLD_RAISED_SHARE,
      differsOver: env.TRAVEL_HISTORY_HOLD_DIFFERS,
      differsShare: env.TRAVEL_HISTORY_HOLD_DIFFERS_SHARE,
    },
  }));

/** Settings as {@link travelHistoryConfig} reads them. */
export type TravelHistoryConfig = z.infer<typeof travelHistoryConfig>;

/** Further settings of the process that serves travel-history over HTTP. */
export const travelHistoryServerConfig = serverConfig('TRAVEL_HISTORY_PORT');
