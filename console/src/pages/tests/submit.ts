import type { Client } from '@urql/vue';
import { graphql } from '../../gql/gql.ts';
import type { SendRows } from './sending.ts';

const mutation = graphql(`
  mutation SubmitTestResults($input: SubmitTestResultsInput!) {
    submitTestResults(input: $input) {
      id
      refused {
        line
        field
        code
      }
    }
  }
`);

/** Sends rows as results of a region. */
export function sendTo(client: Client, region: () => string | null): SendRows {
  return async (rows) => {
    const input = { region: region(), results: rows.map((row) => ({ ...row })) };
    const { data, error } = await client.mutation(mutation, { input }).toPromise();
    return data ? { answer: data.submitTestResults } : { error };
  };
}
