import type { Client } from '@urql/vue';
import type { IconName } from '../../components/icons.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { Declaration_RowFragment } from '../../gql/graphql.ts';
import { IN_BACKGROUND } from '../../graph.ts';
import type { AskOutcome } from './outcome.ts';
import type { QueueItem } from './queue-item.ts';

const fragment = graphql(`
  fragment Declaration_Row on Declaration {
    id
    symptoms
    temperature
    contactWithCase
    atDesk
    declaredAt
    dueAt
    state
    reviewedAt
    reviewReason
    resident {
      id
      maskedName
      birthDate
      documentType
      division {
        code
        name
      }
    }
  }
`);

/** A declaration as its queue shows it. */
export type DeclarationItem = QueueItem & Declaration_RowFragment;

/** A declaration of the graph as a row of the queue. */
export function declarationItem(node: FragmentType<typeof fragment>): DeclarationItem {
  const declaration = readFragment(fragment, node);
  const { resident, declaredAt, state } = declaration;
  return {
    ...declaration,
    ...{ name: resident.maskedName, residentId: resident.id },
    ...{ place: resident.division?.code ?? '', since: declaredAt, waits: state === 'PENDING' },
  };
}

/** From this many degrees Celsius a temperature asks for a look. Source: RULES.md of health-records §1.8. */
const FEVER_C = 37.3;

/** The one word that says why a declaration wants a look, and its picture. */
export function attentionOf({
  symptoms,
  temperature,
  contactWithCase,
}: Pick<DeclarationItem, 'symptoms' | 'temperature' | 'contactWithCase'>): {
  readonly why: 'CONTACT' | 'SYMPTOMS' | 'FEVER' | 'NOTHING';
  readonly icon: IconName;
} {
  if (contactWithCase) return { why: 'CONTACT', icon: 'people' };
  if (symptoms.length > 0) return { why: 'SYMPTOMS', icon: 'heart' };
  if ((temperature ?? 0) >= FEVER_C) return { why: 'FEVER', icon: 'heart' };
  return { why: 'NOTHING', icon: 'check' };
}

const outcome = graphql(`
  query DeclarationOutcome($id: ID!) {
    declaration(id: $id) {
      id
      state
      reviewedAt
      reviewReason
    }
  }
`);

/** Asks how a declaration was decided. */
export function declarationOutcome(client: Client): AskOutcome<QueueItem> {
  return async ({ id }) => {
    const { data } = await client.query(outcome, { id }, IN_BACKGROUND).toPromise();
    const decided = data?.declaration;
    return decided && decided.state !== 'PENDING' ? decided : null;
  };
}
