import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { Authenticated, ListSizeByFirst } from '../../kit/graphql/directives.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import type { ResidentsContext } from '../context.ts';
import { DivisionConnectionType, DivisionType } from './division.type.ts';

/** The code book of divisions. */
@Resolver(() => DivisionType)
export class DivisionResolver {
  @Query(() => DivisionType, { nullable: true, description: 'One division by its code.' })
  @Authenticated()
  division(
    @Arg('code', () => ID) code: string,
    @Ctx() { divisions }: ResidentsContext,
  ): Promise<DivisionType | null> {
    return divisions.find(code);
  }

  @Query(() => DivisionConnectionType, { description: 'Divisions directly below another.' })
  @Authenticated()
  @ListSizeByFirst()
  async divisions(
    @Arg('below', () => ID, { defaultValue: '000000' }) below: string,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() { divisions }: ResidentsContext,
  ): Promise<Connection<DivisionType>> {
    const page = pageOf(first, after);
    return connectionOf(await divisions.below(below, page), page, ({ code }) => [code]);
  }
}
