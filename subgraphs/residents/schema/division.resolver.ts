import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import type { ResidentsContext } from '../context.ts';
import { DivisionConnectionType, DivisionType } from './division.type.ts';

const ANYONE = [
  ['self'],
  ['code:verify'],
  ['resident:read'],
  ['code:read'],
  ['account:manage'],
  ['declaration:write'],
];

/** The code book of divisions. */
@Resolver(() => DivisionType)
export class DivisionResolver {
  @Query(() => DivisionType, { nullable: true, description: 'One division by its code.' })
  @Scopes(...ANYONE)
  division(
    @Arg('code', () => ID) code: string,
    @Ctx() { divisions }: ResidentsContext,
  ): Promise<DivisionType | null> {
    return divisions.find(code);
  }

  @Query(() => DivisionConnectionType, { description: 'Divisions directly below another.' })
  @Scopes(...ANYONE)
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
