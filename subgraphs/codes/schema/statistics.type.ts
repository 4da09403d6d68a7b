import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';
import { DateScalar } from '../../kit/graphql/scalars.ts';
import type {
  DayCount,
  ReasonCount,
  ShownCount,
  StandingCount,
} from '../domain/statistics/statistics.ts';
import { CodeState, Color, ReasonClass } from './code.enum.ts';

const SMALL = 'Null when it is 1 to 4, or would tell such a number.';

/** How many codes stand alike. */
@ObjectType('StandingCount', { description: 'How many codes are in a state and of a color.' })
@Scopes(['statistics:read'])
export class StandingCountType implements StandingCount<ShownCount> {
  @Field(() => CodeState)
  state!: CodeState;

  @Field(() => Color, { nullable: true })
  color!: Color | null;

  @Field(() => Int, { nullable: true, description: SMALL })
  count!: number | null;
}

/** How many codes are not green on some ground. */
@ObjectType('ReasonCount', {
  description: 'How many codes are not green on a ground; one may be so on several.',
})
@Scopes(['statistics:read'])
export class ReasonCountType implements ReasonCount<ShownCount> {
  @Field(() => ReasonClass)
  reasonClass!: ReasonClass;

  @Field(() => Int, { nullable: true, description: SMALL })
  count!: number | null;
}

/** What happened on a day. */
@ObjectType('DayCount', { description: 'What happened on a day.' })
@Scopes(['statistics:read'])
export class DayCountType implements DayCount<ShownCount> {
  @Field(() => DateScalar)
  day!: string;

  @Field(() => Int, {
    nullable: true,
    description: `Declarations made that day and reviewed since. ${SMALL}`,
  })
  declared!: number | null;

  @Field(() => Int, { nullable: true, description: `Declarations reviewed that day. ${SMALL}` })
  reviewed!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Codes that were yellow, red or suspended and became green. ${SMALL}`,
  })
  turnedGreen!: number | null;

  @Field(() => Int, { nullable: true, description: SMALL })
  turnedYellow!: number | null;

  @Field(() => Int, { nullable: true, description: SMALL })
  turnedRed!: number | null;
}

/** Statistics of a region. */
@ObjectType('Statistics', { description: 'Counts of a region: of codes, never of a person.' })
@Scopes(['statistics:read'])
export class StatisticsType {
  @Field(() => ID)
  region!: string;

  @Field(() => Date, { description: 'When the codes stood so.' })
  asOf!: Date;

  @Field(() => [StandingCountType])
  standings!: readonly StandingCountType[];

  @Field(() => [ReasonCountType])
  reasons!: readonly ReasonCountType[];

  @Field(() => [DayCountType])
  days!: readonly DayCountType[];
}
