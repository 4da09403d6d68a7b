import { Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';
import type { Identity } from '../../kit/identity.ts';
import type { ResidentsContext } from '../context.ts';
import { GrantsType } from './grants.type.ts';

function shown({ residents, ...granted }: Identity): GrantsType {
  return { ...granted, residents: residents === '*' ? null : residents };
}

/** What accounts may do, for the gateway. */
@Resolver()
export class GrantsResolver {
  @Query(() => GrantsType, {
    description: "What the caller's account may do now. For the gateway only.",
  })
  @Directive('@inaccessible')
  @Scopes(['gateway:identify'])
  async grants(@Ctx() { accounts, identity }: ResidentsContext): Promise<GrantsType> {
    return shown(await accounts.grantsOf(identity.subject));
  }

  @Mutation(() => GrantsType, {
    description:
      "Enters a resident's account for the caller, who signed in and has none, and says what the account may do. For the gateway only.",
  })
  @Directive('@inaccessible')
  @Scopes(['gateway:identify'])
  async enterResident(@Ctx() { accounts, identity }: ResidentsContext): Promise<GrantsType> {
    await accounts.enterResident(identity.subject);
    return shown(await accounts.grantsOf(identity.subject));
  }
}
