import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { AFTER, FIRST } from '../../kit/graphql/arguments.ts';
import { Cost, ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import type { TravelHistoryContext } from '../context.ts';
import type { Trip } from '../domain/trip.ts';
import { ResidentReference } from './stay.type.ts';
import { DeclareTripInput, TripConnectionType, TripType } from './trip.type.ts';

/** Trips of residents. */
@Resolver(() => ResidentReference)
export class TripResolver {
  @Mutation(() => TripType, {
    description: 'GB/T 38963: declare travel. One that comes from abroad is an entry.',
  })
  @Scopes(['self'], ['trip:write'])
  @Cost(10)
  declareTrip(
    @Arg('input', () => DeclareTripInput, { description: 'What the person declares.' })
    input: DeclareTripInput,
    @Ctx() { travelling, identity }: TravelHistoryContext,
  ): Promise<Trip> {
    const { from, to, number } = input;
    const trip = {
      ...{ ...input, number: number ?? null },
      from: { country: from.country, division: from.division ?? null },
      to: { country: to.country, division: to.division ?? null },
    };
    return travelling.declare(trip, identity);
  }

  @FieldResolver(() => TripConnectionType, { description: 'Newest first.' })
  @Scopes(['travel:read'], ['self'])
  @ListSizeByFirst()
  async trips(
    @Root() { id }: ResidentReference,
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { trips }: TravelHistoryContext,
  ): Promise<Connection<Trip>> {
    const page = pageOf(first, after);
    const rows = await trips.ofResident(id, page);
    return connectionOf(rows, page, (row) => [row.arrivedAt.toISOString(), row.id]);
  }
}
