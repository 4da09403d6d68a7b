import { runProcess } from '../kit/run-process.ts';

// What it is made of is loaded within: that takes most of a start, and it can be stopped meanwhile.
await runProcess('residents', async () => {
  const { servingSubgraph } = await import('../kit/serving-subgraph.ts');
  const { residentsConfig, residentsServerConfig } = await import('./config.ts');
  const { createResidents } = await import('./subgraph.ts');
  return servingSubgraph('residents', residentsConfig, residentsServerConfig, createResidents);
});
