import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import { serveHealth } from './readiness.ts';

it('a process is ready when all that it needs can be reached, and lives before', async () => {
  let asked = 0;
  const app = fastify();
  serveHealth(app, {
    database: async () => (asked += 1) > 0,
    codes: () => Promise.reject(new Error('refused at 10.0.0.7')),
    residents: async () => false,
    'travel-history': () => new Promise(() => undefined),
  });
  const answers = await Promise.all([app.inject('/ready'), app.inject('/ready')]);
  for (const answer of answers) {
    expect(answer.statusCode).toBe(503);
    const missing = ['codes', 'residents', 'travel-history'];
    expect(answer.json()).toEqual({ status: 'unavailable', missing });
  }
  expect(asked).toBe(1);
  expect((await app.inject('/health')).statusCode).toBe(200);
  await app.close();

  const ready = fastify();
  serveHealth(ready, { database: async () => true });
  const answer = await ready.inject('/ready');
  expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ready' }]);
  await ready.close();
});
