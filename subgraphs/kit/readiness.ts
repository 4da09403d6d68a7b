import type { FastifyInstance } from 'fastify';

/** Whether one thing that is needed can be reached now; to reject means that it cannot. */
export type Check = () => Promise<boolean>;

/** What a process needs in order to serve, by name. */
export type Checks = Readonly<Record<string, Check>>;

/** Longest wait for one check, in milliseconds. */
const CHECK_MS = 1_500;
/** How long an answer is given again: whoever may ask anything may not make work without end. */
const KEPT_MS = 1_000;

async function holds(check: Check): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), CHECK_MS);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Names of what cannot be reached now, in order; none when the process can serve. */
export async function missingOf(checks: Checks): Promise<string[]> {
  const all = Object.entries(checks).map(async ([name, check]) =>
    (await holds(check)) ? [] : [name],
  );
  return (await Promise.all(all)).flat().sort();
}

const leaving = new WeakSet<FastifyInstance>();

/**
 * From now on a server says at `/ready` that it leaves, and asks with each answer for another
 * connection: whoever sends requests finds another process before this one no longer listens.
 */
export function startLeaving(app: FastifyInstance): void {
  leaving.add(app);
}

/**
 * Answers at `/health` whether the process lives, and at `/ready` whether it can serve: 200, or 503
 * with the names of what is missing or because it leaves, for whoever sends requests to one of several processes.
 */
export function serveHealth(app: FastifyInstance, checks: Checks): void {
  let kept: { readonly until: number; readonly missing: Promise<string[]> } | undefined;
  // When it answers: a connection that is asked on when the server closes would be waited for.
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (leaving.has(app)) void reply.header('connection', 'close');
    done(null, payload);
  });
  app.get('/health', () => ({ status: 'ready' }));
  app.get('/ready', async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
    if (leaving.has(app)) return reply.code(503).send({ status: 'leaving' });
    const now = Date.now();
    if (!kept || kept.until <= now) kept = { until: now + KEPT_MS, missing: missingOf(checks) };
    const missing = await kept.missing;
    if (missing.length === 0) return { status: 'ready' };
    return reply.code(503).send({ status: 'unavailable', missing });
  });
}
