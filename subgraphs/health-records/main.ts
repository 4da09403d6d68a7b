import { runSubgraph } from '../kit/run-subgraph.ts';
import { healthRecordsConfig, healthRecordsServerConfig } from './config.ts';
import { createHealthRecords } from './subgraph.ts';

await runSubgraph(
  'health-records',
  healthRecordsConfig,
  healthRecordsServerConfig,
  createHealthRecords,
);
