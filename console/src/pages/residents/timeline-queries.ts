import { graphql } from '../../gql/gql.ts';

/** The health record of a resident; asked once it is open. */
export const residentHealth = graphql(`
  query ResidentHealth($id: ID!) {
    resident(id: $id) {
      id
      declarations(first: 50) {
        nodes {
          id
          symptoms
          temperature
          contactWithCase
          atDesk
          declaredAt
          state
          reviewReason
        }
      }
      tests(first: 50) {
        nodes {
          id
          sampleCollectedAt
          result
          method
          laboratory
        }
      }
      checkIns(first: 50) {
        nodes {
          id
          at
          symptoms
          temperature
        }
      }
      isolationOrders(first: 50) {
        nodes {
          id
          place
          from
          until
          releasedAt
        }
      }
      vaccinations(first: 50) {
        nodes {
          id
          product
          doseNumber
          seriesDoses
          vaccinatedOn
          center
        }
      }
      contactNotices(first: 50) {
        nodes {
          id
          lastContactAt
          noticedAt
          withdrawnAt
        }
      }
    }
  }
`);
/** Where a resident stayed, and how they travelled. */
export const residentTravel = graphql(`
  query ResidentTravel($id: ID!) {
    resident(id: $id) {
      id
      stays(first: 50) {
        nodes {
          id
          division
          community
          arrivedAt
          leftAt
        }
      }
      trips(first: 50) {
        nodes {
          id
          mode
          number
          from {
            country
            division
          }
          to {
            country
            division
          }
          departedAt
          arrivedAt
        }
      }
    }
  }
`);
