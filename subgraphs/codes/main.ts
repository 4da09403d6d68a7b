import { runSubgraph } from '../kit/run-subgraph.ts';
import { codesConfig, codesServerConfig } from './config.ts';
import { createCodes } from './subgraph.ts';

await runSubgraph('codes', codesConfig, codesServerConfig, createCodes);
