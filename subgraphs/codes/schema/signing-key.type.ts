import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';
import type { KeyUse } from '../domain/token/keys.ts';

/** A signing key of a region, as the trust list names it. */
@ObjectType('SigningKey', { description: "A region's signing key, as the trust list names it." })
@Scopes(['key:withdraw'])
export class SigningKeyType {
  @Field(() => ID, { description: 'Key id, 16 hexadecimal digits.' })
  kid!: string;

  @Field(() => ID)
  region!: string;

  @Field(() => String, {
    description: 'dynamic, paper, status, policy, evidence, receipt, specimen.',
  })
  use!: KeyUse;

  @Field(() => Date)
  notBefore!: Date;

  @Field(() => Date, { description: 'Exclusive.' })
  notAfter!: Date;

  @Field(() => Boolean, { description: 'Withdrawn: nothing it signed is taken.' })
  withdrawn!: boolean;
}

/** Which key is proposed for withdrawal, and why. */
@InputType()
export class ProposeKeyWithdrawalInput {
  @Field(() => ID)
  region!: string;

  @Field(() => ID, { description: 'Key id, 16 hexadecimal digits.' })
  kid!: string;

  @Field(() => String, { description: 'At least six characters; the second person reads it.' })
  reason!: string;
}
