import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { AFTER, FIRST } from '../../kit/graphql/arguments.ts';
import { AssumedSize, Cost, ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import type { TravelHistoryContext } from '../context.ts';
import type { Stay, StayExposure } from '../domain/stay.ts';
import {
  DeclareStayInput,
  EndStayInput,
  ResidentReference,
  StayConnectionType,
  StayExposureType,
  StayType,
} from './stay.type.ts';

const READERS = [['travel:read'], ['self']];

/** Stays, and what travel-history adds to a resident. */
@Resolver(() => ResidentReference)
export class StayResolver {
  @Mutation(() => StayType, { description: 'GB/T 38963: declare travel.' })
  @Scopes(['self'], ['trip:write'])
  @Cost(10)
  declareStay(
    @Arg('input', () => DeclareStayInput, { description: 'What the person declares.' })
    input: DeclareStayInput,
    @Ctx() { staying, identity }: TravelHistoryContext,
  ): Promise<Stay> {
    const { leftAt, community, ...rest } = input;
    const given = { ...rest, leftAt: leftAt ?? null, community: community ?? null };
    return staying.declare(given, identity);
  }

  @Mutation(() => StayType, { description: 'Says when a stay ended.' })
  @Scopes(['self'], ['trip:write'])
  @Cost(10)
  endStay(
    @Arg('input', () => EndStayInput, { description: 'Which stay, and when it ended.' })
    { id, leftAt }: EndStayInput,
    @Ctx() { staying, identity }: TravelHistoryContext,
  ): Promise<Stay> {
    return staying.end(id, leftAt, identity);
  }

  @FieldResolver(() => [StayType], { description: 'Stays of the last days, newest first.' })
  @Scopes(...READERS)
  @AssumedSize(10)
  recentStays(
    @Root() { id }: ResidentReference,
    @Arg('days', () => Int, { defaultValue: 14, description: '1 to 28.' }) days: number,
    @Ctx() { staying, recentStays }: TravelHistoryContext,
  ): Promise<readonly Stay[]> {
    return recentStays(staying.since(days)).load(id);
  }

  @FieldResolver(() => StayConnectionType, { description: 'Newest first.' })
  @Scopes(...READERS)
  @ListSizeByFirst()
  async stays(
    @Root() { id }: ResidentReference,
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { stays }: TravelHistoryContext,
  ): Promise<Connection<Stay>> {
    const page = pageOf(first, after);
    const rows = await stays.ofResident(id, page);
    return connectionOf(rows, page, (row) => [row.arrivedAt.toISOString(), row.id]);
  }
}

/** What bulletins add to a stay. */
@Resolver(() => StayType)
export class StayExposureResolver {
  @FieldResolver(() => [StayExposureType], {
    description:
      'When it was in risk areas, the earliest first. Within the last 28 days that is a ground to isolate.',
  })
  @Scopes(...READERS)
  @AssumedSize(2)
  exposures(
    @Root() { region, id }: Stay,
    @Ctx() { exposures }: TravelHistoryContext,
  ): Promise<readonly StayExposure[]> {
    return exposures.load({ region, id });
  }
}
