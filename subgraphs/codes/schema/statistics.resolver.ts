import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { OWN_REGION } from '../../kit/graphql/arguments.ts';
import { Cost, Scopes } from '../../kit/graphql/directives.ts';
import { DateScalar } from '../../kit/graphql/scalars.ts';
import type { CodesContext } from '../context.ts';
import type { Statistics } from '../domain/statistics/statistics.ts';
import { StatisticsType } from './statistics.type.ts';

/** Statistics for officials. */
@Resolver()
export class StatisticsResolver {
  @Query(() => StatisticsType, {
    description:
      'How the codes of a region stand, and what happened from one day to another, both included; at most 92 days.',
  })
  @Scopes(['statistics:read'])
  @Cost(50)
  statistics(
    @Arg('region', () => ID, { description: OWN_REGION }) region: string,
    @Arg('from', () => DateScalar, { description: 'First day.' }) from: string,
    @Arg('to', () => DateScalar, { description: 'Last day; at most 91 days after the first.' })
    to: string,
    @Ctx() { statistics, identity }: CodesContext,
  ): Promise<Statistics> {
    return statistics.of(region, from, to, identity);
  }
}
