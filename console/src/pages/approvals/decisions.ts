import { useMutation, type CombinedError } from '@urql/vue';
import { ref, shallowRef } from 'vue';
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

const approveTravel = graphql(`
  mutation ApproveTravelProposal($id: ID!) {
    approveTravelProposal(id: $id) {
      id
    }
  }
`);
const refuseTravel = graphql(`
  mutation RefuseTravelProposal($input: RefuseProposalInput!) {
    refuseTravelProposal(input: $input) {
      id
    }
  }
`);
const takeBackTravel = graphql(`
  mutation TakeBackTravelProposal($id: ID!) {
    takeBackTravelProposal(id: $id) {
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
    Travel: {
      approve: useMutation(approveTravel),
      refuse: useMutation(refuseTravel),
      takeBack: useMutation(takeBackTravel),
    },
  };
  const busy = ref(false);
  const error = shallowRef<CombinedError>();

  return {
    ...{ busy, error },
    /** True when it was done. */
    async decide(act: ProposalAct, reason: string): Promise<boolean> {
      const { id, service } = proposal();
      const { approve, refuse, takeBack } = services[service];
      busy.value = true;
      const answer =
        act === 'refuse'
          ? await refuse.executeMutation({ input: { id, reason } })
          : await (act === 'approve' ? approve : takeBack).executeMutation({ id });
      busy.value = false;
      error.value = answer.error;
      return answer.error === undefined;
    },
  };
}
