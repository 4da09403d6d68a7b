import { loaded, loading } from '../subgraphs/kit/loading.ts';
import { runProcess } from '../subgraphs/kit/run-process.ts';

const { env } = process;
loading();

// A gateway in a process of its own. There may be any number of them, and each may be several workers.
// One of another supergraph loads nothing of the pages and the database: suites that start it for
// each case do not wait long.
if ((await import('./open/config.ts')).isOpen(env)) {
  await runProcess('gateway', async () => (await import('./open/start.ts')).startOpen(env));
} else if (!(await (await import('./workers.ts')).watchesWorkers(env))) {
  await runProcess('gateway', async () => (await import('./start.ts')).startWhole(env));
} else {
  loaded(); // it ends when its workers have
}
