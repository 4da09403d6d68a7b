import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { AFTER, FIRST } from '../../kit/graphql/arguments.ts';
import { ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import type { TravelHistoryContext } from '../context.ts';
import type { Visit } from '../domain/venue/visit.ts';
import { ResidentReference } from './stay.type.ts';
import { VenueVisitConnectionType, VenueVisitType } from './venue.type.ts';

/** Visits as the person sees them: officials learn of one only by an outbreak. RULES.md §6. */
@Resolver(() => ResidentReference)
export class ResidentVisitResolver {
  @FieldResolver(() => VenueVisitConnectionType, { description: 'Newest first.' })
  @Scopes(['self'])
  @ListSizeByFirst()
  async venueVisits(
    @Root() { id }: ResidentReference,
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { venues }: TravelHistoryContext,
  ): Promise<Connection<Visit>> {
    const page = pageOf(first, after);
    const rows = await venues.visits.ofResident(id, page);
    return connectionOf(rows, page, (row) => [row.arrivedAt.toISOString(), row.id]);
  }
}

/** What a visit says of its venue. */
@Resolver(() => VenueVisitType)
export class VisitVenueResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Name of the venue.' })
  venueName(
    @Root() { venueId }: Visit,
    @Ctx() { venues }: TravelHistoryContext,
  ): Promise<string | null> {
    return venues.name.load(venueId);
  }
}
