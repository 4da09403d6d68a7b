import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { IN_LANGUAGE } from '../../kit/graphql/arguments.ts';
import { AssumedSize, Cost, Scopes } from '../../kit/graphql/directives.ts';
import { Language } from '../../kit/graphql/language.enum.ts';
import type { ResidentsContext } from '../context.ts';
import { isRight, RIGHTS } from '../domain/rights.ts';
import { rightsOf, ROLES } from '../domain/roles.ts';
import { AddAgencyInput, AgencyType, RightType } from './account.type.ts';

/** Rights and agencies: what accounts are made of. */
@Resolver(() => RightType)
export class RightResolver {
  @Query(() => [RightType], { description: 'Every right there is.' })
  @Scopes(['account:read'])
  @AssumedSize(40)
  rights(): RightType[] {
    return Object.keys(RIGHTS)
      .filter(isRight)
      .map((id) => ({ id, roles: ROLES.filter((role) => rightsOf(role).includes(id)) }));
  }

  @FieldResolver(() => String, { description: 'What it lets one do, as a sentence.' })
  text(
    @Root() { id }: RightType,
    @Arg('language', () => Language, IN_LANGUAGE) language: Language,
  ): string {
    return isRight(id) ? RIGHTS[id][language] : id;
  }

  @Query(() => [AgencyType], { description: 'Agencies of your regions.' })
  @Scopes(['account:read'])
  @AssumedSize(100)
  async agencies(@Ctx() { agencyStore }: ResidentsContext): Promise<readonly AgencyType[]> {
    return agencyStore.all();
  }

  @Mutation(() => AgencyType, { description: 'Adds an agency to one of your regions.' })
  @Scopes(['account:manage'])
  @Cost(10)
  addAgency(
    @Arg('input', () => AddAgencyInput, { description: 'The agency.' }) input: AddAgencyInput,
    @Ctx() { agencies, identity }: ResidentsContext,
  ): Promise<AgencyType> {
    return agencies.add(input, identity);
  }
}
