import { setTimeout as sleep } from 'node:timers/promises';
import { fastify } from 'fastify';
import { createLog } from '../../subgraphs/kit/log.ts';
import { runProcess } from '../../subgraphs/kit/run-process.ts';

// What gateways and subgraphs run in, around work that takes its time. Says at its end what it began.
const begun: string[] = [];
await runProcess('drain', async () => {
  const app = fastify();
  app.post<{ Body: { id: string; ms: number } }>('/slow', async ({ body: { id, ms } }) => {
    begun.push(id);
    await sleep(ms);
    return { id };
  });
  return {
    ...{ app, host: '127.0.0.1', port: Number(process.env['PORT']), drainMs: 0 },
    log: createLog('drain', 'silent'),
    close: async () => {
      process.stdout.write(JSON.stringify(begun));
    },
  };
});
