import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { OWN_REGION } from '../../kit/graphql/arguments.ts';
import { AssumedSize, Cost, Scopes } from '../../kit/graphql/directives.ts';
import { divisionBook } from '../../kit/standards/gbt2260-data.ts';
import type { CodesContext } from '../context.ts';
import type { ReferenceData } from '../domain/recognition/reference.ts';
import type { ListedRegionKey, RegionStanding } from '../domain/region/region-standing.ts';
import type { Rehearsal, RehearsalStep } from '../domain/rehearsal/rehearsal.ts';
import {
  ListedRegionKeyType,
  RegionNeighbourType,
  RegionStandingType,
} from './region-standing.type.ts';
import { RegionType } from './region.type.ts';
import { REGION_READERS, RehearsalStepType, RehearsalType } from './rehearsal.type.ts';

const SECOND_MS = 1_000;

function secondsOf(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / SECOND_MS);
}

/** A region's way into recognition, and its rehearsal. */
@Resolver()
export class RegionStandingResolver {
  @Query(() => RegionStandingType, {
    description: 'Where one of your regions stands on its way into recognition.',
  })
  @Scopes(...REGION_READERS)
  @Cost(10)
  regionStanding(
    @Arg('region', () => ID, {
      description:
        'GB/T 2260 code of a region within your grants, also of one that has yet to join.',
    })
    region: string,
    @Ctx() { standings, identity }: CodesContext,
  ): Promise<RegionStanding> {
    return standings.standing(region, identity);
  }

  @Mutation(() => RehearsalType, {
    description:
      "Has a region's part in recognition played; nothing of it stays but the report. One that is under way is not begun again.",
  })
  @Scopes(...REGION_READERS)
  @Cost(50)
  rehearseRegion(
    @Arg('region', () => ID, { description: OWN_REGION }) region: string,
    @Arg('peerSpecimen', () => String, {
      nullable: true,
      description: 'Text of a specimen of another region. It is judged at once and not kept.',
    })
    peerSpecimen: string | null,
    @Ctx() { rehearsals, identity }: CodesContext,
  ): Promise<Rehearsal> {
    return rehearsals.request(region, peerSpecimen ?? null, identity);
  }
}

/** A region by its id: as it is known here, else as GB/T 2260 names it. */
function regionOf({ regions }: ReferenceData, id: string): RegionType {
  const name = divisionBook.get(id)?.name ?? id;
  return regions.get(id) ?? { id, names: { ZH_HANS: name, ZH_HANT: name, EN: name } };
}

/** The region, and how long joining took. */
@Resolver(() => RegionStandingType)
export class RegionStandingFieldsResolver {
  @FieldResolver(() => RegionType, {
    description: 'The region; by the name of its division while it has published none.',
  })
  region(@Root() { region }: RegionStandingType, @Ctx() { reference }: CodesContext): RegionType {
    return regionOf(reference(), region);
  }

  @FieldResolver(() => [RegionType], {
    description:
      'Regions within your grants whose keys are here, and in which nobody registers yet.',
  })
  @AssumedSize(5)
  further(@Root() { further }: RegionStandingType, @Ctx() { reference }: CodesContext) {
    return further.map((id) => regionOf(reference(), id));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'From `region init` to the first code that was recognized elsewhere.',
  })
  joinedAfterSeconds(@Root() { joinedAfter }: RegionStandingType): number | null {
    return secondsOf(joinedAfter);
  }
}

/** A neighbour by its name. */
@Resolver(() => RegionNeighbourType)
export class RegionNeighbourResolver {
  @FieldResolver(() => RegionType, { description: 'The other region.' })
  region(@Root() { region }: RegionNeighbourType, @Ctx() { reference }: CodesContext): RegionType {
    return regionOf(reference(), region);
  }
}

/** Whether a listed key is withdrawn. */
@Resolver(() => ListedRegionKeyType)
export class ListedRegionKeyResolver {
  @FieldResolver(() => Boolean, { description: 'Withdrawn: nothing it signed is taken.' })
  withdrawn(@Root() { state }: ListedRegionKey): boolean {
    return state === 'TERMINATED';
  }
}

/** How long joining had taken when it was rehearsed. */
@Resolver(() => RehearsalType)
export class RehearsalResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'From `region init` to a code that was recognized elsewhere in this rehearsal.',
  })
  joinedAfterSeconds(@Root() { joinedAfter }: Rehearsal): number | null {
    return secondsOf(joinedAfter);
  }
}

/** How long a step took. */
@Resolver(() => RehearsalStepType)
export class RehearsalStepResolver {
  @FieldResolver(() => Int, { description: 'Milliseconds.' })
  tookMs(@Root() { took }: RehearsalStep): number {
    return took;
  }
}
