import { graphql } from '../../gql/gql.ts';
import type { Agreement_TermsFragment, AgreementsQuery } from '../../gql/graphql.ts';

/** Terms and standing of a version. */
export const agreementTerms = graphql(`
  fragment Agreement_Terms on Agreement {
    id
    version
    state
    mode
    colorMap {
      issued
      color
    }
    conditions {
      id
      hours
      colors
    }
    validFrom
    validTo
    signedByReceiver
    signedByIssuer
    withdrawnAt
    withdrawnBy
    allowedActions {
      action
      allowed
      reasonCode
    }
    receiver {
      id
      name(language: $language)
    }
    issuer {
      id
      name(language: $language)
    }
  }
`);

/** Agreements, by pair, the newest version first. */
export const agreements = graphql(`
  query Agreements($region: ID, $after: String, $language: Language!) {
    agreements(region: $region, first: 100, after: $after) {
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        ...Agreement_Terms
      }
    }
  }
`);

/** Regions that an agreement may be with. */
export const agreementRegions = graphql(`
  query AgreementRegions($language: Language!) {
    regions {
      id
      name(language: $language)
    }
  }
`);

/** What terms would do, and what is wrong with them. */
export const agreementTrial = graphql(`
  query TryAgreement($input: AgreementTermsInput!) {
    tryAgreement(input: $input) {
      version
      faults {
        kind
        path
        message
      }
      lines {
        issued
        codes
        conditions
        now {
          outcome
          color
        }
        after {
          outcome
          color
        }
      }
      verdicts {
        outcome
        count
      }
    }
  }
`);

/** A version as the pages show it. */
export type Agreement = Agreement_TermsFragment;
/** A page of them, masked. */
export type AgreementPage = AgreementsQuery['agreements'];
