import { fastify, type FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';

/** Where metrics are read: a server of its own, so that no door of the gateway leads there. */
export function serveMetrics(metrics: Pick<Metrics, 'text' | 'contentType'>): FastifyInstance {
  const app = fastify();
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
  return app;
}
