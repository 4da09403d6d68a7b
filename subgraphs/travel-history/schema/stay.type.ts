import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';
import { RiskLevel } from './bulletin.type.ts';
import { connectionType } from '../../kit/graphql/connection.type.ts';

/** A resident, known here by key only. */
@ObjectType('Resident')
@Directive('@key(fields: "id")')
export class ResidentReference {
  @Field(() => ID)
  id!: string;
}

/** A stay in a division. */
@ObjectType('Stay', { description: 'A stay in a division, as declared.' })
@Scopes(['travel:read'], ['trip:write'], ['self'])
export class StayType {
  @Field(() => ID, { description: 'Id of the stay.' })
  id!: string;

  @Field(() => ID, { description: 'GB/T 2260 code.' })
  division!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Community as bulletins name it; null = somewhere in the division.',
  })
  community!: string | null;

  @Field(() => Date, { description: 'From when the person was there.' })
  arrivedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Null while the person is there.' })
  leftAt!: Date | null;

  @Field(() => Date, { description: 'When it was declared.' })
  declaredAt!: Date;
}

/** That a stay was in a risk area. */
@ObjectType('StayExposure', { description: 'That a stay was in a risk area; which is not said.' })
@Scopes(['travel:read'], ['self'])
export class StayExposureType {
  @Field(() => RiskLevel, { description: 'Risk of the area.' })
  level!: RiskLevel;

  @Field(() => Date, { description: 'From when the stay was in it.' })
  from!: Date;

  @Field(() => Date, { nullable: true, description: 'Until when; null while both last.' })
  until!: Date | null;
}

/** A page of stays. */
export const StayConnectionType = connectionType(StayType, 'StayConnection');

/** What a person declares of a stay. */
@InputType({ description: 'Where a person stayed, and when.' })
export class DeclareStayInput {
  @Field(() => ID, {
    description: "Your own registration or a ward's; for an official, anybody's in your regions.",
  })
  residentId!: string;

  @Field(() => ID, { description: 'GB/T 2260 code.' })
  division!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Community as bulletins name it. Without one the stay lies only in areas that are the whole of the division.',
  })
  community?: string | null;

  @Field(() => Date, { description: 'Not in the future.' })
  arrivedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'Later than the arrival, within the last 28 days; null while the person is there.',
  })
  leftAt?: Date | null;
}

/** When a stay ended. */
@InputType({ description: 'When a stay ended.' })
export class EndStayInput {
  @Field(() => ID, { description: 'A stay that has not ended.' })
  id!: string;

  @Field(() => Date, { description: 'Later than the arrival, within the last 28 days.' })
  leftAt!: Date;
}
