import { graphql } from '../../gql/gql.ts';
import type { RegionPageQuery } from '../../gql/graphql.ts';

/** Where a region stands on its way into recognition. */
export const regionStanding = graphql(`
  query RegionPage($region: ID!, $language: Language!) {
    regionStanding(region: $region) {
      region {
        id
        name(language: $language)
      }
      trustList {
        version
        issuedAt
        expiresAt
        digest
      }
      listed {
        state
        endpoint
      }
      keys {
        kid
        use
        notBefore
        notAfter
        withdrawn
        held
      }
      policy {
        version
        since
      }
      neighbours {
        region {
          id
          name(language: $language)
        }
        state
        endpoint
        takenHere
        takenThere
        statedAt
        age
      }
      rehearsal {
        id
        begunAt
        endedAt
        listVersion
        steps {
          step
          state
          note
          tookMs
        }
      }
      joinedAfterSeconds
      further {
        id
        name(language: $language)
      }
      steps {
        step
        state
        findings {
          kind
          about
          at
        }
      }
    }
  }
`);

/** Has the region's part in recognition played. */
export const rehearseRegion = graphql(`
  mutation RehearseRegion($region: ID!, $peerSpecimen: String) {
    rehearseRegion(region: $region, peerSpecimen: $peerSpecimen) {
      id
    }
  }
`);

/** A code that stands for nobody, to be scanned in another stack. */
export const issueSpecimen = graphql(`
  mutation RegionSpecimen($input: IssueSpecimenInput!) {
    issueSpecimen(input: $input) {
      id
      text
      svg
      expiresAt
    }
  }
`);

/** Where a region stands, as the page shows it. */
export type Standing = RegionPageQuery['regionStanding'];
/** One step of the way. */
export type StandingStep = Standing['steps'][number];
/** Something that was found about a step. */
export type Finding = StandingStep['findings'][number];
/** Another region of the trust list. */
export type Neighbour = Standing['neighbours'][number];
/** A self-test, under way or over. */
export type Rehearsal = NonNullable<Standing['rehearsal']>;
