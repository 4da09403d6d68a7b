import { Client, fetchExchange } from '@urql/vue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Draft } from '../state/draft.ts';
import { sendDraft } from './send.ts';

const STAY = {
  ...{ division: '330203', name: '浙江省宁波市海曙区', community: '', arrivedOn: '2022-11-22' },
  ...{ leftOn: '2022-11-24', putAt: '2022-11-24T02:40:00.000Z', key: 'stay-key', sent: false },
};
const DRAFT: Draft = {
  answers: { unwell: false, symptoms: [], temperature: '' },
  ...{ contact: false, stays: [STAY], key: 'declaration-key', savedAt: STAY.putAt },
};

/** A graph of which only so many answers come back; what it was sent, as key and input. */
function graph(answered: number) {
  const sent: [key: string | null, input: unknown][] = [];
  const client = new Client({
    ...{ url: 'http://graph/', preferGetMethod: false, exchanges: [fetchExchange] },
    fetch: (_url, init) => {
      const body = typeof init?.body === 'string' ? init.body : '';
      const { variables } = JSON.parse(body) as { variables: { input: unknown } };
      sent.push([new Headers(init?.headers).get('idempotency-key'), variables.input]);
      if (sent.length > answered) return Promise.reject(new Error('gone'));
      const data = { declareStay: { id: 's' }, declareHealth: { id: 'd' } };
      return Promise.resolve(Response.json({ data }));
    },
  });
  return { client, sent };
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2022-11-24T03:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('what is sent again is the same, under the same key', async () => {
  const [first, second] = [graph(0), graph(2)];
  expect(await sendDraft(first.client, 'r', DRAFT, () => undefined)).toHaveProperty('error');
  vi.setSystemTime(new Date('2022-11-24T05:00:00Z'));
  expect(await sendDraft(second.client, 'r', DRAFT, () => undefined)).toHaveProperty('received');
  expect(second.sent[0]).toEqual(first.sent[0]);
  expect(second.sent.map(([key]) => key)).toEqual(['stay-key', 'declaration-key']);
  expect(first.sent[0]?.[1]).toMatchObject({ leftAt: STAY.putAt });
});
