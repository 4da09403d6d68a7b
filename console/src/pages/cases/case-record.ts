import { useQuery } from '@urql/vue';
import { computed } from 'vue';
import { graphql } from '../../gql/gql.ts';
import type { CaseRecordQuery } from '../../gql/graphql.ts';

const query = graphql(`
  query CaseRecord($id: ID!, $travels: Boolean!) {
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
      stays(first: 20) @include(if: $travels) {
        nodes {
          id
          division
          community
          exposures {
            level
            from
            until
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

/** What case work knows of a resident; asked while the health record is open, stays if one may. */
export function useCaseRecord(
  residentId: () => string,
  open: () => boolean,
  travels: () => boolean,
) {
  return useQuery({
    query,
    variables: computed(() => ({ id: residentId(), travels: travels() })),
    pause: computed(() => !open()),
  });
}

/** An order rests on nothing older: the service refuses it. */
const GROUND_MS = 28 * 86_400_000;

/** Grounds that an order may cite at an instant: they stand, and are recent. */
export function citable(
  { tests, contactNotices, stays }: Pick<CaseRecord, 'tests' | 'contactNotices' | 'stays'>,
  now: Date,
) {
  const isRecent = (instant: string) => now.getTime() - Date.parse(instant) <= GROUND_MS;
  return [
    ...tests.nodes
      .filter(({ supersededBy, result }) => supersededBy == null && result === 'DETECTED')
      .filter(({ sampleCollectedAt }) => isRecent(sampleCollectedAt))
      .map((of) => ({ kind: 'TEST_RESULT' as const, id: of.id, of })),
    ...contactNotices.nodes
      .filter(({ withdrawnAt, lastContactAt }) => withdrawnAt == null && isRecent(lastContactAt))
      .map((of) => ({ kind: 'CONTACT_NOTICE' as const, id: of.id, of })),
    ...(stays?.nodes ?? []).flatMap((of) => {
      const last = of.exposures.findLast(({ until }) => until == null || isRecent(until));
      return last ? [{ kind: 'STAY' as const, id: of.id, of: { ...of, last } }] : [];
    }),
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
