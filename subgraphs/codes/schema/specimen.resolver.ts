import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Cost, Scopes } from '../../kit/graphql/directives.ts';
import { qrPng, qrSvg } from '../../kit/qr.ts';
import type { CodesContext } from '../context.ts';
import type { Specimen } from '../domain/code/specimen.ts';
import { IssueSpecimenInput, SpecimenType } from './specimen.type.ts';

/** Specimens of a region's codes. */
@Resolver(() => SpecimenType)
export class SpecimenResolver {
  @Mutation(() => SpecimenType, {
    description: 'Makes a specimen for training and tests; every verifier shows it as one.',
  })
  @Scopes(['account:manage'], ['agreement:manage'])
  @Cost(10)
  issueSpecimen(
    @Arg('input', () => IssueSpecimenInput, { description: 'Of which region and color.' })
    { region, color }: IssueSpecimenInput,
    @Ctx() { specimens, identity }: CodesContext,
  ): Promise<Specimen> {
    return specimens.issue(region, color, identity);
  }

  @FieldResolver(() => String, { description: 'QR code as an SVG document.' })
  svg(@Root() { text }: Specimen): Promise<string> {
    return qrSvg(text);
  }

  @FieldResolver(() => String, { description: 'QR code as a PNG file, base64.' })
  png(@Root() { text }: Specimen): Promise<string> {
    return qrPng(text);
  }
}
