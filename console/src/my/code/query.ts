import { graphql } from '../../gql/gql.ts';
import type { MyCodeQuery } from '../../gql/graphql.ts';

/** What *my code* shows of one resident. */
export const myCode = graphql(`
  query MyCode($id: ID!, $language: Language!) {
    resident(id: $id) {
      id
      code {
        id
        state
        color
        decidedAt
        lookAgainAt
        decisions(first: 1) {
          nodes {
            id
            decidedAt
            policyVersion
            missing
            reasons {
              ruleId
              until
              text(language: $language)
              evidence {
                id
                kind
                source
                at
              }
            }
            nextSteps {
              kind
              until
              remaining
              text(language: $language)
            }
          }
        }
      }
      declarations(first: 1) {
        nodes {
          id
          state
          declaredAt
          dueAt
          reviewReason
        }
      }
      checkIns(first: 14) {
        nodes {
          id
          at
          day
          symptoms
          temperature
        }
      }
    }
  }
`);

/** A resident as {@link myCode} gives it. */
export type ResidentWithCode = NonNullable<MyCodeQuery['resident']>;
/** A code as {@link myCode} gives it. */
export type OwnCode = NonNullable<ResidentWithCode['code']>;
/** The decision that holds. */
export type OwnDecision = OwnCode['decisions']['nodes'][number];
/** A check-in as {@link myCode} gives it. */
export type OwnCheckIn = ResidentWithCode['checkIns']['nodes'][number];
