import { fileURLToPath } from 'node:url';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Content policy of every page, without exceptions. Source: SECURITY.md, Access. */
export const CONTENT_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Pages, each with the path below which its own routes are. */
const PAGES: readonly (readonly [path: string, file: string])[] = [
  ['/console', 'index.html'],
  ['/my', 'my.html'],
];

/** GraphiQL, the page of partners who try the graph out. */
const GRAPHIQL = { path: '/graphiql', file: 'graphiql.html' } as const;

/** What is served beside the console. */
export interface PagesOptions {
  /**
   * Where GraphiQL gets tokens by a client's secret: a path of this address, null for none. Default:
   * GraphiQL is not served.
   */
  readonly graphiql?: { readonly tokenPath: string | null } | undefined;
}

/** Serves the console and the residents' pages as they were built, and GraphiQL where it is wanted. */
export async function serveConsole(
  app: FastifyInstance,
  { graphiql }: PagesOptions = {},
): Promise<void> {
  const root = fileURLToPath(new URL('.', import.meta.resolve('#console/index.html')));

  function page(reply: FastifyReply, file: string) {
    return reply.headers({ ...HEADERS, 'cache-control': 'no-cache' }).sendFile(file, {
      cacheControl: false,
    });
  }

  await app.register(files, {
    root,
    serve: true,
    wildcard: true,
    prefix: '/',
    index: false,
    preCompressed: true,
    // By its own path alone, which is there only where it is wanted.
    allowedPath: (path, _root, { url }) =>
      !path.startsWith(`/${GRAPHIQL.file}`) || url.startsWith(`${GRAPHIQL.path}/`),
    // Names under assets/ hold a hash of their content.
    setHeaders(response, path) {
      const lasting = path.includes('/assets/');
      for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
      response.setHeader(
        'cache-control',
        lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  app.get('/', (_request, reply) => page(reply, 'door.html'));
  if (graphiql) app.get(`${GRAPHIQL.path}/sign-in.json`, () => graphiql);
  const served = graphiql ? [...PAGES, [GRAPHIQL.path, GRAPHIQL.file] as const] : PAGES;
  for (const [path, file] of served) {
    app.get(path, (_request, reply) => reply.redirect(`${path}/`, 308));
    app.get(`${path}/*`, (_request, reply) => page(reply, file));
  }
}
