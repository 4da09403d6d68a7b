import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Cost, Scopes } from '../../kit/graphql/directives.ts';
import type { CodesContext } from '../context.ts';
import { FetchConversionInput, FetchedConversionType } from './conversion.type.ts';

/** Fetching what another region's resident offers. */
@Resolver()
export class ConversionResolver {
  @Mutation(() => FetchedConversionType, {
    description: "Fetches an offered registration from its region by this region's signed request.",
  })
  @Scopes(['self'], ['registration:write'])
  @Cost(50)
  fetchConversion(
    @Arg('input', () => FetchConversionInput) { offerId, receiver }: FetchConversionInput,
    @Ctx() { conversion, identity }: CodesContext,
  ): Promise<FetchedConversionType> {
    return conversion.fetch(offerId, receiver, identity);
  }
}
