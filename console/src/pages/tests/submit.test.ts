import { Client, fetchExchange } from '@urql/vue';
import { expect, it } from 'vitest';
import { sendTo } from './submit.ts';

/** A graph whose answers are lost at first; the keys that it was sent. */
function graph(lost: number) {
  const keys: (string | null)[] = [];
  const client = new Client({
    ...{ url: 'http://graph/', preferGetMethod: false, exchanges: [fetchExchange] },
    fetch: (_url, init) => {
      keys.push(new Headers(init?.headers).get('idempotency-key'));
      if (keys.length <= lost) return Promise.reject(new Error('gone'));
      const data = { submitTestResults: { id: 's', rows: [] } };
      return Promise.resolve(Response.json({ data }));
    },
  });
  return { client, keys };
}

const part = (documentNumber: string) => [{ documentNumber, result: 'NOT_DETECTED' }];

it('rows whose answer was lost are sent again under the same key, others under another', async () => {
  const { client, keys } = graph(1);
  const send = sendTo(client, () => '330100');
  expect(await send(part('1'))).toHaveProperty('error');
  expect(await send(part('1'))).toHaveProperty('answer');
  await send(part('2'));
  await send(part('1')); // on purpose, after its answer came
  expect(keys[0]).toMatch(/^[\x21-\x7e]{8,128}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(new Set(keys).size).toBe(3);
});
