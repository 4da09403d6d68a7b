/** People on a page, as many as a page of lists has. */
export const PAGE = 50;

/** What an official sees of a region's residents at a glance; three other subgraphs are asked. */
export const PAGE_QUERY = `query Page($region: ID!) {
  registrations(region: $region, state: REGISTERED, first: ${PAGE}) {
    nodes {
      id maskedName birthDate state
      division { code name }
      code { id state color decidedAt }
      latestTest { id sampleCollectedAt result }
      recentStays(days: 28) { id division arrivedAt leftAt }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;
