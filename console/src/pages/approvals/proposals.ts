import { useQuery } from '@urql/vue';
import { computed, type Ref } from 'vue';
import { readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { Proposal_RowFragment, ProposalState } from '../../gql/graphql.ts';
import { useRegionScope } from '../../composables/region-scope.ts';
import { newestFirst, type Proposal } from './proposal.ts';

const fragment = graphql(`
  fragment Proposal_Row on Proposal {
    id
    region
    kind
    about
    reason
    dryRun {
      name
      count
    }
    proposedBy {
      subject
      agency
    }
    proposedAt
    expiresAt
    state
    decidedBy {
      subject
      agency
    }
    decidedAt
    decideReason
    allowedActions {
      action
      allowed
      reasonCode
    }
  }
`);
const residents = graphql(`
  query ResidentsProposals($region: ID, $state: ProposalState) {
    residentsProposals(region: $region, state: $state, first: 100) {
      pageInfo {
        hasNextPage
      }
      nodes {
        ...Proposal_Row
      }
    }
  }
`);
const travel = graphql(`
  query TravelProposals($region: ID, $state: ProposalState) {
    travelProposals(region: $region, state: $state, first: 100) {
      pageInfo {
        hasNextPage
      }
      nodes {
        ...Proposal_Row
      }
    }
  }
`);
const codes = graphql(`
  query CodesProposals($region: ID, $state: ProposalState) {
    codesProposals(region: $region, state: $state, first: 100) {
      pageInfo {
        hasNextPage
      }
      nodes {
        ...Proposal_Row
      }
    }
  }
`);

function from(
  service: Proposal['service'],
  rows: readonly Proposal_RowFragment[] | null | undefined,
): Proposal[] {
  return (rows ?? []).map((row) => ({ ...row, service }));
}

/** Proposals of all services as one list; one that fails leaves the others'. */
export function useProposals(state: Ref<ProposalState | null>) {
  const scope = useRegionScope();
  const variables = computed(() => ({ region: scope.filter.value, state: state.value }));
  const ofResidents = useQuery({ query: residents, variables });
  const ofCodes = useQuery({ query: codes, variables });
  const ofTravel = useQuery({ query: travel, variables });
  const asked = [ofResidents, ofCodes, ofTravel];
  const lists = computed(() => ({
    Residents: ofResidents.data.value?.residentsProposals,
    Codes: ofCodes.data.value?.codesProposals,
    Travel: ofTravel.data.value?.travelProposals,
  }));

  return {
    rows: computed(() => {
      const { Residents, Codes, Travel } = lists.value;
      if (!Residents && !Codes && !Travel) return undefined;
      return newestFirst([
        ...from('Residents', readFragment(fragment, Residents?.nodes)),
        ...from('Codes', readFragment(fragment, Codes?.nodes)),
        ...from('Travel', readFragment(fragment, Travel?.nodes)),
      ]);
    }),
    error: computed(() => asked.map(({ error }) => error.value).find((one) => one !== undefined)),
    fetching: computed(() => asked.some(({ fetching }) => fetching.value)),
    more: computed(() => Object.values(lists.value).some((one) => one?.pageInfo.hasNextPage)),
    async again(): Promise<void> {
      await Promise.all(asked.map(({ executeQuery }) => executeQuery()));
    },
  };
}
