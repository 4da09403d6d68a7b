import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Cost, Scopes } from '../../kit/graphql/directives.ts';
import { qrSvg } from '../../kit/qr.ts';
import type { ResidentsContext } from '../context.ts';
import type { OfferedConversion } from '../domain/conversion.ts';
import {
  ConversionOfferType,
  ImportRegistrationInput,
  OfferConversionInput,
} from './conversion.type.ts';
import { ResidentType } from './resident.type.ts';

/** Taking a registration to another region. */
@Resolver(() => ConversionOfferType)
export class ConversionResolver {
  @Mutation(() => ConversionOfferType, {
    description:
      'Offers a registration to a region that asks for its own code; the person consents.',
  })
  @Scopes(['self'], ['registration:write'])
  @Cost(10)
  offerConversion(
    @Arg('input', () => OfferConversionInput, {
      description: 'Which registration, to which region.',
    })
    input: OfferConversionInput,
    @Ctx() { conversion, identity }: ResidentsContext,
  ): Promise<OfferedConversion> {
    return conversion.offer(input.residentId, input.receiver, identity, input.desk ?? null);
  }

  @Mutation(() => ResidentType, {
    description:
      'Registers whoever brings the text of another region, after fetchConversion; a text does so once.',
  })
  @Scopes(['self'], ['registration:write'])
  @Cost(10)
  importRegistration(
    @Arg('input', () => ImportRegistrationInput, {
      description: 'The text, and where the person stays now.',
    })
    input: ImportRegistrationInput,
    @Ctx() { conversion, identity }: ResidentsContext,
  ): Promise<ResidentType> {
    const { text, division, guardianId = null, desk = null } = input;
    return conversion.import(text, { division, guardianId }, identity, desk);
  }

  @FieldResolver(() => String, { description: 'QR code as an SVG document.' })
  svg(@Root() { text }: OfferedConversion): Promise<string> {
    return qrSvg(text);
  }
}
