import { runProcess } from '../kit/run-process.ts';

// What it is made of is loaded within: that takes most of a start, and it can be stopped meanwhile.
await runProcess('health-records', async () => {
  const { servingSubgraph } = await import('../kit/serving-subgraph.ts');
  const { healthRecordsConfig, healthRecordsServerConfig } = await import('./config.ts');
  const { createHealthRecords } = await import('./subgraph.ts');
  return servingSubgraph(
    'health-records',
    healthRecordsConfig,
    healthRecordsServerConfig,
    createHealthRecords,
  );
});
