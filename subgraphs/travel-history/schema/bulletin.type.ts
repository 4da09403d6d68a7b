import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { Authenticated, Scopes } from '../../kit/graphql/directives.ts';
import { enumOf, meanings } from '../../kit/graphql/enum-of.ts';
import { RISK_LEVELS } from '../domain/bulletin/area.ts';
import { HOLD_REASONS } from '../domain/bulletin/hold.ts';
import { BULLETIN_STATES, type UnresolvedName } from '../domain/bulletin/kept-bulletin.ts';

/** Levels of risk. */
export const RiskLevel = enumOf(RISK_LEVELS);
export type RiskLevel = keyof typeof RiskLevel;
registerEnumType(RiskLevel, {
  name: 'RiskLevel',
  description: 'Risk of an area; MEDIUM was abolished in November 2022.',
  valuesConfig: meanings<keyof typeof RiskLevel>({
    HIGH: 'High risk.',
    MEDIUM: 'Medium risk; abolished in November 2022.',
    LOW: 'Low risk.',
  }),
});

/** Where a bulletin stands. */
export const BulletinState = enumOf(BULLETIN_STATES);
export type BulletinState = keyof typeof BulletinState;
registerEnumType(BulletinState, {
  name: 'BulletinState',
  description: 'Whether a bulletin counts.',
  valuesConfig: meanings<keyof typeof BulletinState>({
    ACCEPTED: 'Its areas stand from its instant until that of the next accepted one.',
    HELD: 'It waits for a second person, and changes nothing.',
    SUPERSEDED:
      'It was held until one of its instant or later was accepted: it can no longer be approved.',
  }),
});

/** Why a bulletin is held. */
export const HoldReason = enumOf(HOLD_REASONS);
export type HoldReason = keyof typeof HoldReason;
registerEnumType(HoldReason, {
  name: 'HoldReason',
  description:
    'Why a bulletin is held. The numbers are those of an installation that was not configured otherwise.',
  valuesConfig: meanings<keyof typeof HoldReason>({
    LIFTED_MANY: 'More than 100 places, and more than 25 % a day, would be lifted.',
    RAISED_MANY: 'More than 1,000 places, and more than 100 % a day, would be raised.',
    SAME_INSTANT: 'One of the same instant differs by more than 20 areas and 1 %.',
    OLDER: 'It is older than the last accepted one.',
    FUTURE: 'It is of more than an hour ahead.',
    COUNTS_CONTRADICT: 'It lists another number of areas than it says.',
    HOLLOW_ENTRIES: 'It names a county and no community in it: something is missing.',
  }),
});

/** Communities that a bulletin lists. */
@ObjectType('BulletinCounts', { description: 'Communities that a bulletin lists, by level.' })
export class BulletinCountsType {
  @Field(() => Int, { description: 'Communities at HIGH, as listed.' })
  high!: number;

  @Field(() => Int, { description: 'Communities at MEDIUM, as listed.' })
  medium!: number;

  @Field(() => Int, { description: 'Communities at LOW, as listed.' })
  low!: number;
}

/** A name that is no county, district or city. */
@ObjectType('UnresolvedName', {
  description: 'A published name that is no county, district or city of GB/T 2260.',
})
export class UnresolvedNameType implements Pick<UnresolvedName, 'name' | 'division' | 'areas'> {
  @Field(() => String, {
    description: 'Province, city and county as published, with a blank between.',
  })
  name!: string;

  @Field(() => ID, { description: 'Division its areas were given to: the province, mostly.' })
  division!: string;

  @Field(() => Int, { description: 'Areas under this name.' })
  areas!: number;
}

/** How far the people whom a bulletin concerns have been found. */
@ObjectType('ExposureProgress', {
  description: 'How far the stays in changed areas have been found, in your regions.',
})
export class ExposureProgressType {
  @Field(() => Int, {
    description: 'Changed areas that were looked at, once for each of your regions.',
  })
  done!: number;

  @Field(() => Int, { description: 'Changed areas, once for each of your regions.' })
  total!: number;

  @Field(() => Int, { description: 'Overlaps of stays and areas that were found or changed.' })
  exposures!: number;

  @Field(() => Boolean, {
    description: 'Whether every area has been looked at, in all of your regions.',
  })
  ended!: boolean;
}

/** A bulletin of risk areas. */
@ObjectType('Bulletin', { description: 'A national bulletin of risk areas that was imported.' })
@Scopes(['bulletin:import'], ['bulletin:approve'], ['statistics:read'])
export class BulletinType {
  @Field(() => ID, {
    description: 'Id of the bulletin; the same content imported again has the same.',
  })
  id!: string;

  @Field(() => Date, { description: 'From when its areas are what it says.' })
  publishedAt!: Date;

  @Field(() => Date, { description: 'When it was first imported.' })
  importedAt!: Date;

  @Field(() => ID, { description: 'Account.' })
  importedBy!: string;

  @Field(() => BulletinState, { description: 'Whether it counts.' })
  state!: BulletinState;

  @Field(() => Date, {
    nullable: true,
    description: 'When it began to count: on import, or when it was approved. Null: it has not.',
  })
  acceptedAt!: Date | null;

  @Field(() => BulletinCountsType, {
    description: 'What it lists, as listed: a community that stands twice counts twice.',
  })
  counts!: BulletinCountsType;

  @Field(() => Int, { description: 'Places lifted against the last accepted one.' })
  lifted!: number;

  @Field(() => Int, { description: 'Places raised against the last accepted one.' })
  raised!: number;

  @Field(() => [HoldReason], { description: 'Why it is or was held; empty when it was not.' })
  holds!: readonly HoldReason[];

  @Field(() => [UnresolvedNameType], {
    description: 'Empty when every name led to a city or county.',
  })
  unresolved!: readonly UnresolvedNameType[];

  @Field(() => ID, { nullable: true, description: 'Proposal that two people decide.' })
  proposalId!: string | null;
}

/** A page of bulletins. */
export const BulletinConnectionType = connectionType(BulletinType, 'BulletinConnection');

/** A bulletin to be imported. */
@InputType({ description: 'A bulletin to be imported.' })
export class ImportBulletinInput {
  @Field(() => String, { description: 'Base64 of the JSON as published, gzipped or not.' })
  content!: string;
}

/** An area with the time in which it stands. */
@ObjectType('RiskArea', { description: 'An area of risk, with the time in which it stands.' })
@Authenticated()
export class RiskAreaType {
  @Field(() => ID, { description: 'Number of the area.' })
  id!: string;

  @Field(() => RiskLevel, { description: 'How great the risk is.' })
  level!: RiskLevel;

  @Field(() => ID, { description: 'GB/T 2260: the nearest division its names lead to.' })
  division!: string;

  @Field(() => Boolean, { description: 'True when it is the whole of its division.' })
  whole!: boolean;

  @Field(() => String, { description: 'Name as published.' })
  province!: string;

  @Field(() => String, { description: 'Name as published.' })
  city!: string;

  @Field(() => String, { description: 'Name as published.' })
  county!: string;

  @Field(() => String, { description: 'As published.' })
  community!: string;

  @Field(() => Date, { description: 'Since when it stands.' })
  validFrom!: Date;

  @Field(() => Date, { nullable: true, description: 'Exclusive; null while it stands.' })
  validTo!: Date | null;
}

/** A page of risk areas. */
export const RiskAreaConnectionType = connectionType(RiskAreaType, 'RiskAreaConnection');
