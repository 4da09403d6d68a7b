import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AssumedSize, Scopes } from '../../kit/graphql/directives.ts';
import type { JoiningFinding, JoiningStep, Neighbour } from '../domain/region/joining-steps.ts';
import type { ListedRegionKey, RegionStanding } from '../domain/region/region-standing.ts';
import type { KeyUse } from '../domain/token/keys.ts';
import { AgreementState } from './agreement.enum.ts';
import {
  JoiningFindingKind,
  JoiningState,
  JoiningStepName,
  ListedState,
  StatementAge,
} from './region-standing.enum.ts';
import { REGION_READERS, RehearsalType } from './rehearsal.type.ts';

/** The trust list in use. */
@ObjectType('TrustListInUse', { description: 'The trust list that this Tongma goes by.' })
@Scopes(...REGION_READERS)
export class TrustListInUseType {
  @Field(() => Int, { description: 'Rises with every list; an older one is never taken again.' })
  version!: number;

  @Field(() => Date, { description: 'When the roots signed it.' })
  issuedAt!: Date;

  @Field(() => Date, { description: 'Exclusive.' })
  expiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of what the roots signed, hexadecimal.',
  })
  digest!: string | null;
}

/** How the trust list carries a region. */
@ObjectType('ListedRegion', { description: 'How the trust list carries a region.' })
@Scopes(...REGION_READERS)
export class ListedRegionType {
  @Field(() => ListedState, { description: 'Whether it takes part.' })
  state!: ListedState;

  @Field(() => String, { nullable: true, description: 'Origin of the stack that serves it.' })
  endpoint?: string;
}

/** A key of a region in the trust list. */
@ObjectType('ListedRegionKey', { description: 'A key of the region in the trust list.' })
@Scopes(...REGION_READERS)
export class ListedRegionKeyType implements Pick<ListedRegionKey, 'kid' | 'use' | 'held'> {
  @Field(() => ID, { description: 'Key id, 16 hexadecimal digits.' })
  kid!: string;

  @Field(() => String, {
    description: 'dynamic, paper, status, policy, evidence, receipt, specimen.',
  })
  use!: KeyUse;

  @Field(() => Date, { description: 'What it signed earlier is not taken.' })
  notBefore!: Date;

  @Field(() => Date, { description: 'Exclusive.' })
  notAfter!: Date;

  state!: ListedRegionKey['state'];

  @Field(() => Boolean, { description: 'Whether the process that answers has its private part.' })
  held!: boolean;
}

/** The policy of a region that is in force. */
@ObjectType('PolicyInForce', { description: 'The policy of a region that is in force.' })
@Scopes(...REGION_READERS)
export class PolicyInForceType {
  @Field(() => Int, { description: 'Counts from 1 within the region.' })
  version!: number;

  @Field(() => Date, { description: 'From when it decides.' })
  since!: Date;
}

/** Another region of the trust list. */
@ObjectType('RegionNeighbour', { description: 'Another region of the trust list.' })
@Scopes(...REGION_READERS)
export class RegionNeighbourType {
  region!: string;

  @Field(() => ListedState, { description: 'Whether it takes part.' })
  state!: Neighbour['state'];

  @Field(() => String, { nullable: true, description: 'Origin of the stack that serves it.' })
  endpoint!: string | null;

  @Field(() => AgreementState, {
    nullable: true,
    description: 'By which its codes count here; null when there is no agreement.',
  })
  takenHere!: Neighbour['takenHere'];

  @Field(() => AgreementState, {
    nullable: true,
    description: 'By which codes of here count there; null when there is no agreement.',
  })
  takenThere!: Neighbour['takenThere'];

  @Field(() => Date, {
    nullable: true,
    description: 'When its newest statement that is known here was made.',
  })
  statedAt!: Date | null;

  @Field(() => StatementAge, {
    nullable: true,
    description: 'How old that is for the rules of here; null when no statement is known.',
  })
  age!: Neighbour['age'];
}

/** Something that was found about a step. */
@ObjectType('JoiningFinding', { description: 'Something that was found about a step.' })
@Scopes(...REGION_READERS)
export class JoiningFindingType implements JoiningFinding {
  @Field(() => JoiningFindingKind, { description: 'What was found.' })
  kind!: JoiningFinding['kind'];

  @Field(() => String, {
    nullable: true,
    description: 'Use of a key, a key id, a region or a step of a rehearsal.',
  })
  about!: string | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'When it happens or happened, such as the end of a key; null when there is no such instant.',
  })
  at!: Date | null;
}

/** One step of a region's way into recognition. */
@ObjectType('JoiningStep', { description: "One step of a region's way into recognition." })
@Scopes(...REGION_READERS)
export class JoiningStepType implements JoiningStep {
  @Field(() => JoiningStepName, { description: 'Which step.' })
  step!: JoiningStep['step'];

  @Field(() => JoiningState, { description: 'Where it stands.' })
  state!: JoiningStep['state'];

  @Field(() => [JoiningFindingType], {
    description: 'What is wrong, missing or ahead; empty when there is nothing to say.',
  })
  findings!: JoiningStep['findings'];
}

/** Where a region stands. */
@ObjectType('RegionStanding', { description: 'Where a region stands on its way into recognition.' })
@Scopes(...REGION_READERS)
export class RegionStandingType {
  region!: string;

  @Field(() => TrustListInUseType, { nullable: true, description: 'Null: none holds here.' })
  trustList!: RegionStanding['trustList'];

  @Field(() => ListedRegionType, { nullable: true, description: 'Null: the list lacks it.' })
  listed!: RegionStanding['listed'];

  @Field(() => [ListedRegionKeyType], { description: 'By use.' })
  @AssumedSize(20)
  keys!: RegionStanding['keys'];

  @Field(() => PolicyInForceType, {
    nullable: true,
    description: 'Null: no version of its rules is in force.',
  })
  policy!: RegionStanding['policy'];

  @Field(() => [RegionNeighbourType], {
    description: 'Every other region of the trust list, in its order; empty without a list.',
  })
  @AssumedSize(50)
  neighbours!: RegionStanding['neighbours'];

  @Field(() => RehearsalType, { nullable: true, description: 'The newest one.' })
  rehearsal!: RegionStanding['rehearsal'];

  joinedAfter!: RegionStanding['joinedAfter'];

  further!: RegionStanding['further'];

  @Field(() => [JoiningStepType], { description: 'In their order.' })
  steps!: RegionStanding['steps'];
}
