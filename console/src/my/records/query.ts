import { graphql } from '../../gql/gql.ts';
import type { MyRecordsQuery } from '../../gql/graphql.ts';

/** What is kept of a person's ways and doses: newest first. */
export const myRecords = graphql(`
  query MyRecords($id: ID!) {
    resident(id: $id) {
      id
      trips(first: 20) {
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
      venueVisits(first: 20) {
        nodes {
          id
          venueName
          arrivedAt
          leftAt
        }
      }
      vaccinations(first: 20) {
        nodes {
          id
          product
          doseNumber
          seriesDoses
          vaccinatedOn
          center
        }
      }
    }
  }
`);

type Records = NonNullable<MyRecordsQuery['resident']>;
/** A trip of one's own. */
export type OwnTrip = Records['trips']['nodes'][number];
/** A visit of one's own. */
export type OwnVisit = Records['venueVisits']['nodes'][number];
/** A dose that one was given. */
export type OwnDose = Records['vaccinations']['nodes'][number];
