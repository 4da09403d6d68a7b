import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { Scopes } from '../../kit/graphql/directives.ts';
import { DateScalar } from '../../kit/graphql/scalars.ts';
import { CaseKind } from './record.enum.ts';

/** Somebody whom case work is about now. */
@ObjectType('Case', {
  description: 'Somebody whom case work is about now, on one ground; who has two is listed twice.',
})
@Scopes(['case:manage'])
export class CaseType {
  @Field(() => ID, { description: 'Of the order, the result or the notice.' })
  id!: string;

  @Field(() => CaseKind, { description: 'Ground on which the person is listed.' })
  kind!: CaseKind;

  @Field(() => Date, {
    description: 'Beginning of the order, collection of the sample, last contact.',
  })
  since!: Date;

  @Field(() => Date, {
    description:
      'End of the order; a result is listed for 7 days, a notice for 21. What a policy counts may be less.',
  })
  until!: Date;

  @Field(() => DateScalar, { nullable: true, description: 'Null: never.' })
  lastCheckInOn!: string | null;

  residentId!: string;
}

/** A page of cases. */
export const CaseConnectionType = connectionType(CaseType, 'CaseConnection');
