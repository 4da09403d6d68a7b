import { useMutation } from '@urql/vue';
import { graphql } from '../../gql/gql.ts';

/** What is done about venues; each is a mutation of its own. */
export function useVenueActs() {
  return {
    add: useMutation(
      graphql(`
        mutation AddVenue($input: AddVenueInput!) {
          addVenue(input: $input) {
            id
          }
        }
      `),
    ),
    declare: useMutation(
      graphql(`
        mutation DeclareOutbreak($input: DeclareOutbreakInput!) {
          declareOutbreak(input: $input) {
            id
          }
        }
      `),
    ),
    withdraw: useMutation(
      graphql(`
        mutation WithdrawOutbreak($input: WithdrawOutbreakInput!) {
          withdrawOutbreak(input: $input) {
            id
          }
        }
      `),
    ),
  };
}
