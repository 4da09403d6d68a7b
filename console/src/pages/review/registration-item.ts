import type { Client } from '@urql/vue';
import type { IconName } from '../../components/icons.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { Registration_RowFragment } from '../../gql/graphql.ts';
import { IN_BACKGROUND } from '../../graph.ts';
import type { AskOutcome } from './outcome.ts';
import type { QueueItem } from './queue-item.ts';

const fragment = graphql(`
  fragment Registration_Row on Resident {
    id
    maskedName
    birthDate
    documentType
    guardianId
    duplicates
    receivedAt
    dueAt
    state
    reviewedAt
    reviewReason
    division {
      code
      name
    }
  }
`);

/** A registration as its queue shows it. */
export type RegistrationItem = QueueItem & Registration_RowFragment;

/** A registration of the graph as a row of the queue. */
export function registrationItem(node: FragmentType<typeof fragment>): RegistrationItem {
  const resident = readFragment(fragment, node);
  const { id, maskedName, receivedAt, state, division } = resident;
  return {
    ...resident,
    ...{ name: maskedName, residentId: id, since: receivedAt },
    ...{ place: division?.code ?? '', waits: state === 'RECEIVED' },
  };
}

/** The one word that says why a registration wants a look, and its picture. */
export function checkOf({
  duplicates,
  guardianId,
  documentType,
}: Pick<RegistrationItem, 'duplicates' | 'guardianId' | 'documentType'>): {
  readonly why: 'DUPLICATE' | 'GUARDIAN' | 'DOCUMENT' | 'NOTHING';
  readonly icon: IconName;
} {
  if (duplicates > 0) return { why: 'DUPLICATE', icon: 'people' };
  if (guardianId) return { why: 'GUARDIAN', icon: 'people' };
  if (documentType !== 'RESIDENT_ID') return { why: 'DOCUMENT', icon: 'person' };
  return { why: 'NOTHING', icon: 'check' };
}

const outcome = graphql(`
  query RegistrationOutcome($id: ID!) {
    resident(id: $id) {
      id
      state
      reviewedAt
      reviewReason
    }
  }
`);

/** Asks how a registration was decided. */
export function registrationOutcome(client: Client): AskOutcome<QueueItem> {
  return async ({ id }) => {
    const { data } = await client.query(outcome, { id }, IN_BACKGROUND).toPromise();
    const decided = data?.resident;
    return decided && decided.state !== 'RECEIVED' ? decided : null;
  };
}
