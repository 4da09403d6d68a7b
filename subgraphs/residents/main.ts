import { runSubgraph } from '../kit/run-subgraph.ts';
import { residentsConfig, residentsServerConfig } from './config.ts';
import { createResidents } from './subgraph.ts';

await runSubgraph('residents', residentsConfig, residentsServerConfig, createResidents);
