import { useMutation } from '@urql/vue';
import { computed } from 'vue';
import { graphql } from '../../gql/gql.ts';
import type { Proposal, ProposalAct } from './proposal.ts';

const approveResidents = graphql(`
  mutation ApproveResidentsProposal($id: ID!) {
    approveResidentsProposal(id: $id) {
      id
    }
  }
`);
const refuseResidents = graphql(`
  mutation RefuseResidentsProposal($input: RefuseProposalInput!) {
    refuseResidentsProposal(input: $input) {
      id
    }
  }
`);
const takeBackResidents = graphql(`
  mutation TakeBackResidentsProposal($id: ID!) {
    takeBackResidentsProposal(id: $id) {
      id
    }
  }
`);
const approveCodes = graphql(`
  mutation ApproveCodesProposal($id: ID!) {
    approveCodesProposal(id: $id) {
      id
    }
  }
`);
const refuseCodes = graphql(`
  mutation RefuseCodesProposal($input: RefuseProposalInput!) {
    refuseCodesProposal(input: $input) {
      id
    }
  }
`);
const takeBackCodes = graphql(`
  mutation TakeBackCodesProposal($id: ID!) {
    takeBackCodesProposal(id: $id) {
      id
    }
  }
`);

/** Decides a proposal at the service that keeps it. */
export function useDecisions(proposal: () => Proposal) {
  const services = {
    Residents: {
      approve: useMutation(approveResidents),
      refuse: useMutation(refuseResidents),
      takeBack: useMutation(takeBackResidents),
    },
    Codes: {
      approve: useMutation(approveCodes),
      refuse: useMutation(refuseCodes),
      takeBack: useMutation(takeBackCodes),
    },
  };
  const own = computed(() => services[proposal().service]);

  return {
    busy: computed(() => Object.values(own.value).some(({ fetching }) => fetching.value)),
    error: computed(() => Object.values(own.value).find(({ error }) => error.value)?.error.value),
    /** True when it was done. */
    async decide(act: ProposalAct, reason: string): Promise<boolean> {
      const { id } = proposal();
      const { approve, refuse, takeBack } = own.value;
      for (const one of [approve, refuse, takeBack]) one.error.value = undefined;
      const answer =
        act === 'refuse'
          ? await refuse.executeMutation({ input: { id, reason } })
          : await (act === 'approve' ? approve : takeBack).executeMutation({ id });
      return answer.error === undefined;
    },
  };
}
