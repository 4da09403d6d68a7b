import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AFTER, FIRST, ONLY_REGION } from '../../kit/graphql/arguments.ts';
import { Cost, ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import { qrSvg } from '../../kit/qr.ts';
import type { TravelHistoryContext } from '../context.ts';
import type { Venue } from '../domain/venue/venue.ts';
import type { VenueCode } from '../domain/venue/venue-code.ts';
import type { Visit } from '../domain/venue/visit.ts';
import {
  AddVenueInput,
  VenueCodeType,
  VenueConnectionType,
  VenueType,
  VenueVisitType,
  VisitVenueInput,
} from './venue.type.ts';

/** Venues and visits to them. */
@Resolver(() => VenueType)
export class VenueResolver {
  @Mutation(() => VenueType, { description: 'Adds a place that people check in at.' })
  @Scopes(['case:manage'])
  @Cost(10)
  addVenue(
    @Arg('input', () => AddVenueInput, { description: 'The venue.' }) input: AddVenueInput,
    @Ctx() { venues, identity }: TravelHistoryContext,
  ): Promise<Venue> {
    return venues.managing.add(input, identity);
  }

  @Query(() => VenueConnectionType, { description: 'Venues, the one added last leads.' })
  @Scopes(['case:manage'])
  @ListSizeByFirst()
  async venues(
    @Arg('region', () => ID, { nullable: true, description: ONLY_REGION }) region: string | null,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { venues }: TravelHistoryContext,
  ): Promise<Connection<Venue>> {
    const page = pageOf(first, after);
    const rows = await venues.kept.list(region ?? null, page);
    return connectionOf(rows, page, (row) => [row.addedAt.toISOString(), row.id]);
  }

  @Query(() => VenueCodeType, { description: 'The code that a venue shows now.' })
  @Scopes(['case:manage'])
  venueCode(
    @Arg('venueId', () => ID, { description: 'The venue.' }) venueId: string,
    @Ctx() { venues }: TravelHistoryContext,
  ): Promise<VenueCode> {
    return venues.managing.code(venueId);
  }

  @Mutation(() => VenueVisitType, {
    description:
      'Checks in at a venue of the region of registration. By itself it changes no color.',
  })
  @Scopes(['self'])
  @Cost(10)
  visitVenue(
    @Arg('input', () => VisitVenueInput, { description: 'Who visits, and what the venue shows.' })
    input: VisitVenueInput,
    @Ctx() { venues, identity }: TravelHistoryContext,
  ): Promise<Visit> {
    return venues.visiting.visit(input, identity);
  }

  @Mutation(() => VenueVisitType, { description: 'Says that one leaves a venue now.' })
  @Scopes(['self'])
  @Cost(10)
  leaveVenue(
    @Arg('visitId', () => ID, { description: "A visit that is not over: your own or a ward's." })
    visitId: string,
    @Ctx() { venues, identity }: TravelHistoryContext,
  ): Promise<Visit> {
    return venues.visiting.leave(visitId, identity);
  }
}

/** How a code of a venue is shown. */
@Resolver(() => VenueCodeType)
export class VenueCodeResolver {
  @FieldResolver(() => String, { description: 'The text as a QR code, an SVG document.' })
  svg(@Root() { text }: VenueCode): Promise<string> {
    return qrSvg(text);
  }
}
