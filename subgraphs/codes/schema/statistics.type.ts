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
const DECLARED = `${SMALL} Null too for a day more than 60 days ago, as declarations are deleted.`;
const DECIDED = `${SMALL} Null too for a day more than 180 days ago, as decisions are deleted.`;

/** How many codes stand alike. */
@ObjectType('StandingCount', { description: 'How many codes are in a state and of a color.' })
@Scopes(['statistics:read'])
export class StandingCountType implements StandingCount<ShownCount> {
  @Field(() => CodeState, { description: 'State that they are in.' })
  state!: CodeState;

  @Field(() => Color, {
    nullable: true,
    description: 'Color that they have; null unless the state is ACTIVE.',
  })
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
  @Field(() => ReasonClass, { description: 'Ground on which they are not green.' })
  reasonClass!: ReasonClass;

  @Field(() => Int, { nullable: true, description: SMALL })
  count!: number | null;
}

/** What happened on a day. */
@ObjectType('DayCount', { description: 'What happened on a day.' })
@Scopes(['statistics:read'])
export class DayCountType implements DayCount<ShownCount> {
  @Field(() => DateScalar, { description: 'The day; days follow each other without a gap.' })
  day!: string;

  @Field(() => Int, {
    nullable: true,
    description: `Declarations made that day and reviewed since. ${DECLARED}`,
  })
  declared!: number | null;

  @Field(() => Int, { nullable: true, description: `Declarations reviewed that day. ${DECLARED}` })
  reviewed!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Codes that were yellow, red or suspended and became green. ${DECIDED}`,
  })
  turnedGreen!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Codes that became yellow from another state or color, but for UNDER_REVIEW. ${DECIDED}`,
  })
  turnedYellow!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Codes that became red from another state or color, but for UNDER_REVIEW. ${DECIDED}`,
  })
  turnedRed!: number | null;
}

/** Statistics of a region. */
@ObjectType('Statistics', { description: 'Counts of a region: of codes, never of a person.' })
@Scopes(['statistics:read'])
export class StatisticsType {
  @Field(() => ID, { description: 'Region whose codes are counted: GB/T 2260 code.' })
  region!: string;

  @Field(() => Date, { description: 'When the codes stood so.' })
  asOf!: Date;

  @Field(() => [StandingCountType], {
    description: 'Codes by state and color; what no code is in is left out.',
  })
  standings!: readonly StandingCountType[];

  @Field(() => [ReasonCountType], {
    description:
      'Grounds of the codes that are yellow, red or suspended, by their latest decisions.',
  })
  reasons!: readonly ReasonCountType[];

  @Field(() => [DayCountType], { description: 'One for each day that was asked for, in order.' })
  days!: readonly DayCountType[];
}
