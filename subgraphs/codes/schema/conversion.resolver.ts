import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { AssumedSize, Cost, Scopes } from '../../kit/graphql/directives.ts';
import type { CodesContext } from '../context.ts';
import { FetchConversionInput, FetchedConversionType } from './conversion.type.ts';
import { RegionType } from './region.type.ts';

/** Fetching what another region's resident offers. */
@Resolver()
export class ConversionResolver {
  @Query(() => [RegionType], {
    description: 'Regions that residents of a region can be converted at now, by agreement.',
  })
  @Scopes(['self'], ['registration:write'])
  @AssumedSize(50)
  convertingRegions(
    @Arg('issuer', () => ID, {
      description: 'Region where the person is registered: GB/T 2260 code.',
    })
    issuer: string,
    @Ctx() { conversion, reference }: CodesContext,
  ): RegionType[] {
    return conversion.receivers(issuer).flatMap((id) => reference().regions.get(id) ?? []);
  }

  @Mutation(() => FetchedConversionType, {
    description: "Fetches an offered registration from its region by this region's signed request.",
  })
  @Scopes(['self'], ['registration:write'])
  @Cost(50)
  fetchConversion(
    @Arg('input', () => FetchConversionInput, { description: 'Which offer, for which region.' })
    { offerId, receiver }: FetchConversionInput,
    @Ctx() { conversion, identity }: CodesContext,
  ): Promise<FetchedConversionType> {
    return conversion.fetch(offerId, receiver, identity);
  }
}
