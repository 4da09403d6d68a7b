import { graphql } from '../../gql/gql.ts';

/** The registration of a resident. */
export const residentPage = graphql(`
  query ResidentPage($id: ID!) {
    resident(id: $id) {
      id
      maskedName
      region
      state
      documentType
      birthDate
      guardianId
      receivedAt
      reviewedAt
      reviewReason
      division {
        code
        name
      }
      consents {
        id
        method
        recordedAt
      }
      allowedActions {
        action
        allowed
        reasonCode
      }
    }
  }
`);
/** The code of a resident: not every official who sees a registration sees it. */
export const residentCode = graphql(`
  query ResidentCode($id: ID!, $language: Language!) {
    resident(id: $id) {
      id
      code {
        id
        state
        color
        decidedAt
        decisions(first: 50) {
          nodes {
            ...Decision_Why
            id
            fromState
            fromColor
            toState
            toColor
            decidedAt
            policyVersion
            reasons {
              ruleId
              ruleVersion
            }
          }
        }
      }
    }
  }
`);
