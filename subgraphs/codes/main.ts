import { runProcess } from '../kit/run-process.ts';

// What it is made of is loaded within: that takes most of a start, and it can be stopped meanwhile.
await runProcess('codes', async () => {
  const { servingSubgraph } = await import('../kit/serving-subgraph.ts');
  const { codesConfig, codesServerConfig } = await import('./config.ts');
  const { createCodes } = await import('./subgraph.ts');
  return servingSubgraph('codes', codesConfig, codesServerConfig, createCodes);
});
