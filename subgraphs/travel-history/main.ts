import { runSubgraph } from '../kit/run-subgraph.ts';
import { travelHistoryConfig, travelHistoryServerConfig } from './config.ts';
import { createTravelHistory } from './subgraph.ts';

await runSubgraph(
  'travel-history',
  travelHistoryConfig,
  travelHistoryServerConfig,
  createTravelHistory,
);
