import { graphql } from '../../gql/gql.ts';
import type { PoliciesQuery, Policy_RuleFragment } from '../../gql/graphql.ts';

/** A rule with all that is needed to propose it again; exits nest at most so deep. */
export const policyRule = graphql(`
  fragment Policy_Rule on PolicyRule {
    id
    version
    color
    zhHans: text(language: ZH_HANS)
    zhHant: text(language: ZH_HANT)
    en: text(language: EN)
    condition {
      kind
      days
      level
      place
      terms
    }
    exit {
      kind
      n
      unit
      count
      hoursApart
      fromDay
      of {
        kind
        n
        unit
        count
        hoursApart
        fromDay
        of {
          kind
          n
          unit
          count
          hoursApart
          fromDay
          of {
            kind
            n
            unit
            count
            hoursApart
            fromDay
          }
        }
      }
    }
  }
`);

/** Versions of a region's rules. */
export const policies = graphql(`
  query Policies($region: ID!, $after: String) {
    policies(region: $region, first: 10, after: $after) {
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        region
        version
        state
        validFrom
        validTo
        statusMaxAgeMinutes
        publishedAt
        withdrawnAt
        rules {
          ...Policy_Rule
        }
      }
    }
  }
`);

/** National editions, from which a version may start. */
export const editions = graphql(`
  query PolicyEditions($language: Language!) {
    nationalPolicies {
      id
      name(language: $language)
      validFromOn
      source
      rules {
        ...Policy_Rule
      }
    }
  }
`);

/** A version as the pages show it. */
export type PolicyVersion = PoliciesQuery['policies']['nodes'][number];
/** A rule of a version. */
export type Rule = Policy_RuleFragment;
