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
        standing {
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
            remaining
            text(language: $language)
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
/** Why the code is as it is, and what leads out. */
export type OwnStanding = NonNullable<OwnCode['standing']>;
/** A check-in as {@link myCode} gives it. */
export type OwnCheckIn = ResidentWithCode['checkIns']['nodes'][number];
