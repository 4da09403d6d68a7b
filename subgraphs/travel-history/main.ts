import { runProcess } from '../kit/run-process.ts';

// What it is made of is loaded within: that takes most of a start, and it can be stopped meanwhile.
await runProcess('travel-history', async () => {
  const { servingSubgraph } = await import('../kit/serving-subgraph.ts');
  const { travelHistoryConfig, travelHistoryServerConfig } = await import('./config.ts');
  const { createTravelHistory } = await import('./subgraph.ts');
  return servingSubgraph(
    'travel-history',
    travelHistoryConfig,
    travelHistoryServerConfig,
    createTravelHistory,
  );
});
