import type { FastifyInstance, FastifyRequest } from 'fastify';
import { beginSpan, isTracing, within, type OpenSpan } from './tracing.ts';

function traceparentOf({ headers }: FastifyRequest): string | undefined {
  const header = headers['traceparent'];
  return typeof header === 'string' ? header : undefined;
}

/**
 * A span for each request to a server, by its route: addresses hold what people write. `continues` is
 * for servers that a gateway alone asks; what others send as a trace could be anything.
 */
export function traceRequests(app: FastifyInstance, { continues }: { continues: boolean }): void {
  if (!isTracing()) return;
  const spans = new WeakMap<FastifyRequest, OpenSpan>();
  app.addHook('onRequest', (request, _reply, done) => {
    const { method, routeOptions } = request;
    const route = routeOptions.url ?? 'unknown';
    if (route === '/ready' || route === '/health') {
      done();
      return;
    }
    const span = beginSpan({
      ...{ name: `${method} ${route}`, kind: 'SERVER' },
      attributes: { 'http.request.method': method, 'http.route': route },
      parent: continues ? traceparentOf(request) : undefined,
    });
    if (span) spans.set(request, span);
    if (span) within(span, done);
    else done();
  });
  // The body came by events of the connection, which belong to no request.
  app.addHook('preHandler', (request, _reply, done) => {
    const span = spans.get(request);
    if (span) within(span, done);
    else done();
  });
  app.addHook('onResponse', (request, { statusCode }, done) => {
    const span = spans.get(request);
    span?.set({ 'http.response.status_code': statusCode });
    if (statusCode >= 500) span?.fail(String(statusCode));
    span?.end();
    done();
  });
}
