import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { IN_LANGUAGE } from '../../kit/graphql/arguments.ts';
import { AssumedSize, Authenticated } from '../../kit/graphql/directives.ts';
import { Language } from '../../kit/graphql/language.enum.ts';
import type { CodesContext } from '../context.ts';
import { RegionType } from './region.type.ts';

/** Regions that issue or recognize codes. */
@Resolver(() => RegionType)
export class RegionResolver {
  @Query(() => [RegionType], { description: 'Regions that issue or recognize codes.' })
  @Authenticated()
  @AssumedSize(50)
  regions(@Ctx() { reference }: CodesContext): RegionType[] {
    return [...reference().regions.values()];
  }

  @FieldResolver(() => String, { description: 'Name of the region.' })
  name(
    @Root() { names }: RegionType,
    @Arg('language', () => Language, IN_LANGUAGE) language: Language,
  ): string {
    return names[language];
  }
}
