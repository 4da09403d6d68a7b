import { Ctx, Directive, Query, Resolver } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';
import type { ResidentsContext } from '../context.ts';
import { GrantsType } from './grants.type.ts';

/** What accounts may do, for the gateway. */
@Resolver()
export class GrantsResolver {
  @Query(() => GrantsType, {
    description: "What the caller's account may do now. For the gateway only.",
  })
  @Directive('@inaccessible')
  @Scopes(['gateway:identify'])
  async grants(@Ctx() { accounts, identity }: ResidentsContext): Promise<GrantsType> {
    const granted = await accounts.grantsOf(identity.subject);
    return { ...granted, residents: granted.residents === '*' ? null : granted.residents };
  }
}
