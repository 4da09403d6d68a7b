import type { Client } from '@urql/vue';
import { attempts } from '../../composables/once.ts';
import { graphql } from '../../gql/gql.ts';
import { asAttempt } from '../../graph.ts';
import type { SendRows } from './sending.ts';
import type { TestRow } from './test-file.ts';

const mutation = graphql(`
  mutation SubmitTestResults($input: SubmitTestResultsInput!) {
    submitTestResults(input: $input) {
      id
      rows {
        line
        status
        field
        fault
      }
    }
  }
`);

function inputOf(row: TestRow) {
  const { documentType = '', documentNumber = '', sampleCollectedAt = '', result = '' } = row;
  const { method, laboratory = '', corrects } = row;
  return {
    ...{ documentType, documentNumber, sampleCollectedAt, result, laboratory },
    method: method === undefined || method === '' ? null : method,
    corrects: corrects === 'true',
  };
}

/** Sends rows as results of a region; a part whose answer was lost is not taken in a second time. */
export function sendTo(client: Client, region: () => string | null): SendRows {
  const { keyFor, done } = attempts();
  return async (rows) => {
    const input = { region: region(), results: rows.map(inputOf) };
    const attempt = asAttempt(keyFor(input));
    const { data, error } = await client.mutation(mutation, { input }, attempt).toPromise();
    if (!data) return { error };
    done();
    const { id, rows: receipts } = data.submitTestResults;
    const refused = receipts
      .filter(({ status }) => status === 'REFUSED')
      .map(({ line, field, fault }) => ({ line, field: field ?? '', code: fault ?? 'OTHER' }));
    return { answer: { id, refused } };
  };
}
