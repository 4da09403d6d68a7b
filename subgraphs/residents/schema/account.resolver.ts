import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AFTER, FIRST, ONLY_REGION } from '../../kit/graphql/arguments.ts';
import { allowedActions } from '../../kit/allowed-action.ts';
import { AllowedActionType } from '../../kit/graphql/allowed-action.type.ts';
import { AssumedSize, Cost, ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { pageOf, shownConnection, type Connection } from '../../kit/page.ts';
import type { ResidentsContext } from '../context.ts';
import {
  againstChanging,
  againstDisabling,
  againstEnabling,
} from '../domain/account-administration.ts';
import type { AccountDraft } from '../domain/account-draft.ts';
import { scopesOf, type Account } from '../domain/account.ts';
import { isRight } from '../domain/rights.ts';
import { purposesOf } from '../domain/roles.ts';
import {
  AccountConnectionType,
  type AccountInput,
  AccountType,
  AddAccountInput,
  ChangeAccountInput,
} from './account.type.ts';
import { Role } from './role.enum.ts';

const MANAGERS = [['account:manage']];

/** An account as the graph shows it. */
export function shownAccount(account: Account): AccountType & { readonly account: Account } {
  const { subject, role, purposes } = account;
  return {
    ...account,
    ...{ id: subject, account, rights: scopesOf(account) },
    purposes: [...purposesOf(role), ...purposes],
  };
}

function draftOf(input: AccountInput): AccountDraft {
  const { name = null, role, agency = null, grants, scopes, purposes } = input;
  // Whether they are rights of the role is checked with the rest.
  const withheld = input.withheld.filter(isRight);
  return { name, role, agency, grants, scopes, purposes, withheld };
}

/** An account by its key; null when it is not there or not to be seen. */
export async function accountByKey(
  { id }: { readonly id: string },
  { administered, identity }: ResidentsContext,
): Promise<AccountType | null> {
  if (!identity.scopes.includes('account:read')) return null;
  const account = await administered.find(id);
  return account && shownAccount(account);
}

/** Accounts and their rights. */
@Resolver(() => AccountType)
export class AccountResolver {
  @Query(() => AccountConnectionType, { description: 'Accounts of your regions, by id.' })
  @Scopes(['account:read'])
  @ListSizeByFirst()
  async accounts(
    @Arg('region', () => ID, { nullable: true, description: ONLY_REGION }) region: string | null,
    @Arg('role', () => Role, { nullable: true, description: 'Null: every role but RESIDENT.' })
    role: Role | null,
    @Arg('disabled', () => Boolean, {
      nullable: true,
      description: 'True: only disabled ones; false: only others. Null: both.',
    })
    disabled: boolean | null,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { administered }: ResidentsContext,
  ): Promise<Connection<AccountType>> {
    const page = pageOf(first, after);
    const filter = { region: region ?? null, role: role ?? null, disabled: disabled ?? null };
    return shownConnection(
      await administered.list(filter, page),
      page,
      ({ subject }) => [subject],
      shownAccount,
    );
  }

  @Query(() => AccountType, { nullable: true, description: 'One account of your regions.' })
  @Scopes(['account:read'])
  account(
    @Arg('id', () => ID, { description: 'Account at the sign-in provider.' }) id: string,
    @Ctx() context: ResidentsContext,
  ): Promise<AccountType | null> {
    return accountByKey({ id }, context);
  }

  @Mutation(() => AccountType, {
    description: 'Gives an account at the sign-in provider a role here.',
  })
  @Scopes(...MANAGERS)
  @Cost(10)
  async addAccount(
    @Arg('input', () => AddAccountInput, { description: 'Which account, and what it may do.' })
    input: AddAccountInput,
    @Ctx() { administration, identity }: ResidentsContext,
  ): Promise<AccountType> {
    const { region, id } = input;
    return shownAccount(await administration.add(region, id, draftOf(input), identity));
  }

  @Mutation(() => AccountType, {
    description: 'Changes what an account may do, from its next request on.',
  })
  @Scopes(...MANAGERS)
  @Cost(10)
  async changeAccount(
    @Arg('input', () => ChangeAccountInput, {
      description: 'Which account, and what it may do from now on.',
    })
    input: ChangeAccountInput,
    @Ctx() { administration, identity }: ResidentsContext,
  ): Promise<AccountType> {
    const { id, version } = input;
    return shownAccount(await administration.change(id, version, draftOf(input), identity));
  }

  @Mutation(() => AccountType, {
    description: 'Takes all access away; the very next request of the account is refused.',
  })
  @Scopes(...MANAGERS)
  @Cost(10)
  async disableAccount(
    @Arg('id', () => ID, { description: 'Account at the sign-in provider; not your own.' })
    id: string,
    @Arg('version', () => Int, {
      description: 'Version that the change is made to; another one by now is STALE_VERSION.',
    })
    version: number,
    @Ctx() { administration, identity }: ResidentsContext,
  ): Promise<AccountType> {
    return shownAccount(await administration.disable(id, version, identity));
  }

  @Mutation(() => AccountType, { description: 'Gives a disabled account its access back.' })
  @Scopes(...MANAGERS)
  @Cost(10)
  async enableAccount(
    @Arg('id', () => ID, { description: 'Account at the sign-in provider; not your own.' })
    id: string,
    @Arg('version', () => Int, {
      description: 'Version that the change is made to; another one by now is STALE_VERSION.',
    })
    version: number,
    @Ctx() { administration, identity }: ResidentsContext,
  ): Promise<AccountType> {
    return shownAccount(await administration.enable(id, version, identity));
  }

  @FieldResolver(() => [AllowedActionType], { description: 'What whoever asks may do with it.' })
  @AssumedSize(3)
  allowedActions(
    @Root() { account }: ReturnType<typeof shownAccount>,
    @Ctx() { identity }: ResidentsContext,
  ): AllowedActionType[] {
    return allowedActions({
      changeAccount: () => againstChanging(account, identity),
      disableAccount: () => againstDisabling(account, identity),
      enableAccount: () => againstEnabling(account, identity),
    });
  }
}
