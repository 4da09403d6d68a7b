import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Cost, Scopes } from '../../kit/graphql/directives.ts';
import type { TravelHistoryContext } from '../context.ts';
import type { Outbreak } from '../domain/venue/outbreak.ts';
import type { Venue } from '../domain/venue/venue.ts';
import type { VenueCode } from '../domain/venue/venue-code.ts';
import type { Visit } from '../domain/venue/visit.ts';
import {
  AddVenueInput,
  DeclareOutbreakInput,
  OutbreakType,
  VenueCodeType,
  VenueType,
  VenueVisitType,
  VisitVenueInput,
} from './venue.type.ts';

/** Venues, visits to them and outbreaks at them. */
@Resolver(() => VenueType)
export class VenueResolver {
  @Mutation(() => VenueType, { description: 'Adds a place that people check in at.' })
  @Scopes(['case:manage'])
  @Cost(10)
  addVenue(
    @Arg('input', () => AddVenueInput) input: AddVenueInput,
    @Ctx() { venues, identity }: TravelHistoryContext,
  ): Promise<Venue> {
    return venues.managing.add(input, identity);
  }

  @Query(() => VenueCodeType, { description: 'The code that a venue shows now.' })
  @Scopes(['case:manage'])
  venueCode(
    @Arg('venueId', () => ID) venueId: string,
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
    @Arg('input', () => VisitVenueInput) input: VisitVenueInput,
    @Ctx() { venues, identity }: TravelHistoryContext,
  ): Promise<Visit> {
    return venues.visiting.visit(input, identity);
  }

  @Mutation(() => VenueVisitType, { description: 'Says that one leaves a venue now.' })
  @Scopes(['self'])
  @Cost(10)
  leaveVenue(
    @Arg('visitId', () => ID) visitId: string,
    @Ctx() { venues, identity }: TravelHistoryContext,
  ): Promise<Visit> {
    return venues.visiting.leave(visitId, identity);
  }

  @Mutation(() => OutbreakType, {
    description:
      'Declares that a case was at a venue: everybody who was there then gets a contact notice.',
  })
  @Scopes(['case:manage'])
  @Cost(50)
  declareOutbreak(
    @Arg('input', () => DeclareOutbreakInput) input: DeclareOutbreakInput,
    @Ctx() { venues, identity }: TravelHistoryContext,
  ): Promise<Outbreak> {
    return venues.declaring.declare(input, identity);
  }
}
