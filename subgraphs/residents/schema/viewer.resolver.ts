import { Ctx, Query, Resolver } from 'type-graphql';
import { Authenticated } from '../../kit/graphql/directives.ts';
import type { ResidentsContext } from '../context.ts';
import type { Division } from '../domain/division.ts';
import { ViewerType } from './viewer.type.ts';

/** Who is asking. */
@Resolver()
export class ViewerResolver {
  @Query(() => ViewerType, { description: 'Who is asking: name, role, regions, rights.' })
  @Authenticated()
  async viewer(
    @Ctx() { accounts, identity, divisionByCode }: ResidentsContext,
  ): Promise<ViewerType> {
    const { subject, name, role, agency } = await accounts.viewer(identity.subject);
    const named = async (codes: readonly string[]): Promise<Division[]> =>
      (await divisionByCode.loadMany(codes)).filter((one) => one !== null && 'code' in one);
    const { grants, regions, scopes, purposes } = identity;
    return {
      ...{ id: subject, name, role, agency, scopes, purposes },
      grants: await named(grants),
      regions: await named(regions),
    };
  }
}
