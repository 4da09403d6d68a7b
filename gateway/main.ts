import { runProcess } from '../subgraphs/kit/run-process.ts';
import { isOpen } from './open/config.ts';

// A gateway in a process of its own. There may be any number of them. One of another supergraph
// loads nothing of the pages and the database: suites that start it for each case do not wait long.
await runProcess('gateway', async () => {
  const { env } = process;
  if (isOpen(env)) return (await import('./open/start.ts')).startOpen(env);
  return (await import('./start.ts')).startWhole(env);
});
