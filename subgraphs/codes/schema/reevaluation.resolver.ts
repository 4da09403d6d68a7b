import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { AFTER, FIRST, OWN_REGION } from '../../kit/graphql/arguments.ts';
import { ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { requireRegion } from '../../kit/identity.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import type { CodesContext } from '../context.ts';
import type { Reevaluation } from '../domain/reevaluation/reevaluation.ts';
import { ReevaluationConnectionType } from './reevaluation.type.ts';

/** How far re-evaluations are. */
@Resolver()
export class ReevaluationResolver {
  @Query(() => ReevaluationConnectionType, {
    description: "Re-evaluations of all of a region's codes and how far each is, latest first.",
  })
  @Scopes(['statistics:read'])
  @ListSizeByFirst()
  async reevaluations(
    @Arg('region', () => ID, { description: OWN_REGION }) region: string,
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { reevaluations, identity }: CodesContext,
  ): Promise<Connection<Reevaluation>> {
    requireRegion(identity, region);
    const page = pageOf(first, after);
    const rows = await reevaluations(region, page);
    return connectionOf(rows, page, ({ dueAt, id }) => [dueAt.toISOString(), id]);
  }
}
