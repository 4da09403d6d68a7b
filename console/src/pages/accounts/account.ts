import { graphql } from '../../gql/gql.ts';
import type { AccountPanelQuery, ChangeAccountInput } from '../../gql/graphql.ts';

/** One account with all that a panel shows. */
export const accountQuery = graphql(`
  query AccountPanel($id: ID!) {
    account(id: $id) {
      id
      name
      role
      agency
      region
      grants
      rights
      withheld
      purposes
      disabledAt
      version
      allowedActions {
        action
        allowed
        reasonCode
      }
    }
  }
`);

/** An account as {@link accountQuery} gives it. */
export type OpenAccount = NonNullable<AccountPanelQuery['account']>;

/** Whether an act on it is allowed, and if not, why. */
export function actionOf(
  { allowedActions }: Pick<OpenAccount, 'allowedActions'>,
  name: string,
): OpenAccount['allowedActions'][number] | undefined {
  return allowedActions.find(({ action }) => action === name);
}

/**
 * The change that withholds these rights and leaves all else as it is. A partner's scopes and
 * purposes are its own; those of other roles come with the role and must not be given back.
 */
export function draftOf(
  account: Omit<OpenAccount, 'allowedActions' | 'region' | 'disabledAt'>,
  withheld: readonly string[],
): ChangeAccountInput {
  const { id, version, name, role, agency, grants, rights, purposes } = account;
  const partner = role === 'PARTNER';
  return {
    ...{ id, version, name, role, agency, grants, withheld: [...withheld] },
    scopes: partner ? rights : [],
    purposes: partner ? purposes : [],
  };
}
