import { Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import { Cost, Scopes } from '../../kit/graphql/directives.ts';
import type { Identity } from '../../kit/identity.ts';
import type { ResidentsContext } from '../context.ts';
import { GrantsType } from './grants.type.ts';

function shown(granted: Identity): GrantsType {
  return { ...granted, residents: granted.residents === '*' ? null : granted.residents };
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
    description: 'Makes the caller, who has no account here, a resident. For the gateway only.',
  })
  @Directive('@inaccessible')
  @Scopes(['gateway:identify'])
  @Cost(10)
  async enterResident(@Ctx() { accounts, entry, identity }: ResidentsContext): Promise<GrantsType> {
    const { subject } = await entry.resident(identity.subject);
    return shown(await accounts.grantsOf(subject));
  }
}
