import { graphql } from '../../gql/gql.ts';

/** Is this person here already? Exact name and document, nothing less. */
export const FIND_PERSON = graphql(`
  query FindPerson($input: FindResidentsInput!) {
    findResidents(input: $input) {
      id
      region
      state
      maskedName
      birthDate
      consents {
        id
        method
        recordedAt
      }
      code {
        state
        color
      }
    }
  }
`);

/** Registers the person at the desk, with consent. */
export const REGISTER = graphql(`
  mutation RegisterAtDesk($input: RegisterResidentInput!) {
    registerResident(input: $input) {
      id
      maskedName
    }
  }
`);
