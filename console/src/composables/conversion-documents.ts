import { graphql } from '../gql/gql.ts';

/** Lets this region fetch what another one's resident offers; it comes sealed. */
export const FETCH_CONVERSION = graphql(`
  mutation FetchConversion($input: FetchConversionInput!) {
    fetchConversion(input: $input) {
      id
    }
  }
`);

/** Registers whoever brings the text of what was fetched. */
export const IMPORT_REGISTRATION = graphql(`
  mutation ImportRegistration($input: ImportRegistrationInput!) {
    importRegistration(input: $input) {
      id
      maskedName
    }
  }
`);
