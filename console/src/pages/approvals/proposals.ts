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

/** Proposals of both services as one list; one that fails leaves the other's. */
export function useProposals(state: Ref<ProposalState | null>) {
  const scope = useRegionScope();
  const variables = computed(() => ({ region: scope.filter.value, state: state.value }));
  const exports = useQuery({ query: residents, variables });
  const withdrawals = useQuery({ query: codes, variables });
  const exportRows = computed(() => exports.data.value?.residentsProposals);
  const withdrawalRows = computed(() => withdrawals.data.value?.codesProposals);

  return {
    rows: computed(() => {
      if (!exportRows.value && !withdrawalRows.value) return undefined;
      return newestFirst([
        ...from('Residents', readFragment(fragment, exportRows.value?.nodes)),
        ...from('Codes', readFragment(fragment, withdrawalRows.value?.nodes)),
      ]);
    }),
    error: computed(() => exports.error.value ?? withdrawals.error.value),
    fetching: computed(() => exports.fetching.value || withdrawals.fetching.value),
    more: computed(() =>
      [exportRows.value, withdrawalRows.value].some((one) => one?.pageInfo.hasNextPage),
    ),
    async again(): Promise<void> {
      await Promise.all([exports.executeQuery(), withdrawals.executeQuery()]);
    },
  };
}
