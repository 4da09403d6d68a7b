import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';

function html(body: string): string {
  return `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>试</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head><body><main>${body}</main></body></html>`;
}

/** Serves pages under a content policy as strict as that of Tongma, for tests of the tests. */
export async function serveTestPages(pages: Readonly<Record<string, string>>) {
  const app = fastify();
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', "default-src 'self'; img-src 'self' data:");
  });
  app.get('/broken', (_request, reply) => reply.code(500).send('broken'));
  for (const [path, body] of Object.entries(pages)) {
    app.get(path, (_request, reply) => reply.type('text/html').send(html(body)));
  }
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => app.close() };
}
