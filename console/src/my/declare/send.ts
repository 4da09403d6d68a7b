import type { Client, CombinedError } from '@urql/vue';
import { graphql } from '../../gql/gql.ts';
import type { MyDeclareHealthMutation } from '../../gql/graphql.ts';
import { asAttempt } from '../../graph.ts';
import { reportOf } from '../fields/health.ts';
import { endOf, startOf } from '../state/days.ts';
import type { Draft, DraftStay } from '../state/draft.ts';

const declareHealth = graphql(`
  mutation MyDeclareHealth($input: DeclareHealthInput!) {
    declareHealth(input: $input) {
      id
      declaredAt
      dueAt
    }
  }
`);
const declareStay = graphql(`
  mutation MyDeclareStay($input: DeclareStayInput!) {
    declareStay(input: $input) {
      id
    }
  }
`);

/** A declaration as the graph received it. */
export type Received = MyDeclareHealthMutation['declareHealth'];

/** The same whenever it is sent, as what is sent under one key has to be. */
function stayInput(residentId: string, stay: DraftStay) {
  const { division, community, arrivedOn, leftOn, putAt } = stay;
  return {
    ...{ residentId, division, arrivedAt: startOf(arrivedOn) },
    leftAt: leftOn === '' ? null : endOf(leftOn, new Date(putAt)),
    community: community === '' ? null : community,
  };
}

/**
 * Sends a draft: the stays first, so that the declaration, which is what is reviewed, comes last.
 * `onStay` hears of each stay that arrived: what failed after it does not send it again. What arrived
 * without an answer that came back is sent again, and not done again.
 */
export async function sendDraft(
  client: Client,
  residentId: string,
  draft: Draft,
  onStay: (index: number) => void,
): Promise<{ readonly received: Received } | { readonly error: CombinedError | undefined }> {
  for (const [index, stay] of draft.stays.entries()) {
    if (stay.sent) continue;
    const input = stayInput(residentId, stay);
    const sent = client.mutation(declareStay, { input }, asAttempt(stay.key));
    const { error } = await sent.toPromise();
    if (error) return { error };
    onStay(index);
  }
  const input = {
    residentId,
    ...reportOf(draft.answers),
    contactWithCase: draft.contact ?? false,
  };
  const sent = client.mutation(declareHealth, { input }, asAttempt(draft.key));
  const { data, error } = await sent.toPromise();
  return data && !error ? { received: data.declareHealth } : { error };
}
