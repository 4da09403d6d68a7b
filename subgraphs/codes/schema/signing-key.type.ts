import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { OWN_REGION } from '../../kit/graphql/arguments.ts';
import { Scopes } from '../../kit/graphql/directives.ts';
import type { KeyUse } from '../domain/token/keys.ts';

/** A signing key of a region, as the trust list names it. */
@ObjectType('SigningKey', { description: "A region's signing key, as the trust list names it." })
@Scopes(['key:withdraw'])
export class SigningKeyType {
  @Field(() => ID, { description: 'Key id, 16 hexadecimal digits.' })
  kid!: string;

  @Field(() => ID, { description: 'Region that it speaks for: GB/T 2260 code.' })
  region!: string;

  @Field(() => String, {
    description: 'dynamic, paper, status, policy, evidence, receipt, specimen.',
  })
  use!: KeyUse;

  @Field(() => Date, { description: 'What it signed earlier is not taken.' })
  notBefore!: Date;

  @Field(() => Date, { description: 'Exclusive.' })
  notAfter!: Date;

  @Field(() => Boolean, { description: 'Withdrawn: nothing it signed is taken.' })
  withdrawn!: boolean;
}

/** Which key is proposed for withdrawal, and why. */
@InputType({ description: 'Which key is to be withdrawn, and why.' })
export class ProposeKeyWithdrawalInput {
  @Field(() => ID, { description: OWN_REGION })
  region!: string;

  @Field(() => ID, { description: 'Key id, 16 hexadecimal digits.' })
  kid!: string;

  @Field(() => String, { description: 'At least six characters; the second person reads it.' })
  reason!: string;
}
