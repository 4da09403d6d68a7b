import { CombinedError } from '@urql/vue';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { queryView } from './query-view.ts';

interface Data {
  readonly list: readonly number[];
}

const pick = ({ list }: Data) => list;
const still = { fetching: false, error: undefined };

function refusal(code: string): CombinedError {
  const extensions = { code, requestId: '0123456789' };
  return new CombinedError({ graphQLErrors: [new GraphQLError('No.', { extensions })] });
}

describe('what a page shows of a query', () => {
  it.each([
    ['nothing asked yet', { ...still, data: undefined, fetching: true }, { state: 'loading' }],
    ['nothing there', { ...still, data: { list: [] } }, { state: 'empty' }],
    [
      'nothing there, asked again',
      { ...still, data: { list: [] }, fetching: true },
      { state: 'loading' },
    ],
    ['rows', { ...still, data: { list: [1] } }, { state: 'ready', rows: [1], stale: false }],
    [
      'rows, asked again',
      { ...still, data: { list: [1] }, fetching: true },
      { state: 'ready', rows: [1], stale: false },
    ],
    [
      'rows that could not be asked again',
      { data: { list: [1] }, error: refusal('INTERNAL'), fetching: false },
      { state: 'ready', rows: [1], stale: true },
    ],
    [
      'a fault',
      { data: undefined, error: refusal('INTERNAL'), fetching: false },
      { state: 'failed', code: 'INTERNAL', requestId: '01234567' },
    ],
    [
      'no network',
      {
        data: undefined,
        error: new CombinedError({ networkError: new Error('gone') }),
        fetching: false,
      },
      { state: 'failed', code: 'NETWORK', requestId: null },
    ],
    [
      'a right that is missing',
      { data: undefined, error: refusal('SCOPE_MISSING'), fetching: false },
      { state: 'refused', code: 'SCOPE_MISSING' },
    ],
  ])('%s', (_title, state, expected) => {
    expect(queryView(state, pick)).toEqual(expected);
  });
});
