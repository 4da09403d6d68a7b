import { useQuery } from '@urql/vue';
import { computed } from 'vue';
import { graphql } from '../../gql/gql.ts';
import type { CaseRecordQuery } from '../../gql/graphql.ts';

const query = graphql(`
  query CaseRecord($id: ID!) {
    resident(id: $id) {
      id
      tests(first: 20) {
        nodes {
          id
          sampleCollectedAt
          result
          method
          supersededBy
        }
      }
      isolationOrders(first: 20) {
        nodes {
          id
          place
          from
          until
          releasedAt
          allowedActions {
            action
            allowed
            reasonCode
          }
        }
      }
      contactNotices(first: 20) {
        nodes {
          id
          lastContactAt
          noticedAt
          withdrawnAt
          allowedActions {
            action
            allowed
            reasonCode
          }
        }
      }
    }
  }
`);

/** What case work knows of a resident, from an open health record. */
export type CaseRecord = NonNullable<CaseRecordQuery['resident']>;
/** An isolation order. */
export type Order = CaseRecord['isolationOrders']['nodes'][number];
/** A contact notice. */
export type Notice = CaseRecord['contactNotices']['nodes'][number];

/** What case work knows of a resident; asked while the health record is open. */
export function useCaseRecord(residentId: () => string, open: () => boolean) {
  return useQuery({
    query,
    variables: computed(() => ({ id: residentId() })),
    pause: computed(() => !open()),
  });
}

/** Evidence that an order may cite: it stands. */
export function citable(record: Pick<CaseRecord, 'tests' | 'contactNotices'>) {
  return [
    ...record.tests.nodes
      .filter(({ supersededBy }) => supersededBy == null)
      .map((of) => ({ kind: 'TEST_RESULT' as const, id: of.id, of })),
    ...record.contactNotices.nodes
      .filter(({ withdrawnAt }) => withdrawnAt == null)
      .map((of) => ({ kind: 'CONTACT_NOTICE' as const, id: of.id, of })),
  ];
}

/** Whether an order stands at an instant. */
export function standing(
  { until, releasedAt }: Pick<Order, 'until' | 'releasedAt'>,
  now: Date,
): 'released' | 'over' | 'inForce' {
  if (releasedAt != null) return 'released';
  return Date.parse(until) <= now.getTime() ? 'over' : 'inForce';
}
