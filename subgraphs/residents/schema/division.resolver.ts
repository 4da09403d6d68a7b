import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { AFTER, FIRST } from '../../kit/graphql/arguments.ts';
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
    @Arg('code', () => ID, { description: 'GB/T 2260 code, six digits.' }) code: string,
    @Ctx() { divisions }: ResidentsContext,
  ): Promise<DivisionType | null> {
    return divisions.find(code);
  }

  @Query(() => DivisionConnectionType, { description: 'Divisions directly below another.' })
  @Authenticated()
  @ListSizeByFirst()
  async divisions(
    @Arg('below', () => ID, {
      defaultValue: '000000',
      description: 'GB/T 2260 code; 000000 gives the provinces.',
    })
    below: string,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { divisions }: ResidentsContext,
  ): Promise<Connection<DivisionType>> {
    const page = pageOf(first, after);
    return connectionOf(await divisions.below(below, page), page, ({ code }) => [code]);
  }
}
