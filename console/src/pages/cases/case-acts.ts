import { useMutation } from '@urql/vue';
import { graphql } from '../../gql/gql.ts';

/** What case officers do; each is a mutation of its own. */
export function useCaseActs() {
  return {
    order: useMutation(
      graphql(`
        mutation OrderIsolation($input: OrderIsolationInput!) {
          orderIsolation(input: $input) {
            id
          }
        }
      `),
    ),
    extend: useMutation(
      graphql(`
        mutation ExtendIsolation($input: ExtendIsolationInput!) {
          extendIsolation(input: $input) {
            id
          }
        }
      `),
    ),
    release: useMutation(
      graphql(`
        mutation ReleaseIsolation($orderId: ID!) {
          releaseIsolation(orderId: $orderId) {
            id
          }
        }
      `),
    ),
    notice: useMutation(
      graphql(`
        mutation NoticeContact($input: NoticeContactInput!) {
          noticeContact(input: $input) {
            id
          }
        }
      `),
    ),
    withdraw: useMutation(
      graphql(`
        mutation WithdrawContactNotice($input: WithdrawContactNoticeInput!) {
          withdrawContactNotice(input: $input) {
            id
          }
        }
      `),
    ),
  };
}

/** One of the acts. */
export type CaseAct = keyof ReturnType<typeof useCaseActs>;
