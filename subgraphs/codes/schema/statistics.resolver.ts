import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
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
    @Arg('region', () => ID) region: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Ctx() { statistics, identity }: CodesContext,
  ): Promise<Statistics> {
    return statistics.of(region, from, to, identity);
  }
}
