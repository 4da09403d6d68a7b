import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';

/** A registration of another region that waits to be imported. */
@ObjectType('FetchedConversion', {
  description: 'A registration of another region, sealed; importRegistration opens it.',
})
@Scopes(['self'], ['registration:write'])
export class FetchedConversionType {
  @Field(() => ID, { description: 'Of the offer.' })
  id!: string;

  @Field(() => ID, { description: 'Region that offers it.' })
  issuer!: string;

  @Field(() => ID, { description: 'Region that it is offered to.' })
  receiver!: string;

  @Field(() => Date, { description: 'Exclusive; what is over is deleted within the hour.' })
  expiresAt!: Date;
}

/** What to fetch: the parts of an HCV1 text but for its secret. */
@InputType({ description: 'What to fetch: the parts of an HCV1 text but for its secret.' })
export class FetchConversionInput {
  @Field(() => ID, { description: 'Id in the text; it tells the region that offers.' })
  offerId!: string;

  @Field(() => ID, { description: 'Region that it is offered to: GB/T 2260 code.' })
  receiver!: string;
}
