import type { SchemaParts } from '../../kit/graphql/build-schema.ts';
import { proposalAgain, proposalResolver } from '../../kit/proposal/proposal.resolver.ts';
import type { TravelHistoryContext } from '../context.ts';
import { BulletinResolver, shownBulletin } from './bulletin.resolver.ts';
import { OutbreakContactResolver, OutbreakResolver } from './outbreak.resolver.ts';
import { StayExposureResolver, StayResolver } from './stay.resolver.ts';
import { ResidentReference } from './stay.type.ts';
import { TripResolver } from './trip.resolver.ts';
import { VenueCodeResolver, VenueResolver } from './venue.resolver.ts';
import { ResidentVisitResolver, VisitVenueResolver } from './visit.resolver.ts';

/** The GraphQL face of travel-history: its resolvers and how its entities are found by key. */
export const schemaParts: SchemaParts<TravelHistoryContext> = {
  resolvers: [
    StayResolver,
    StayExposureResolver,
    TripResolver,
    BulletinResolver,
    VenueResolver,
    VenueCodeResolver,
    OutbreakResolver,
    OutbreakContactResolver,
    ResidentVisitResolver,
    VisitVenueResolver,
    proposalResolver('travel', ['bulletin:approve', 'bulletin:import']),
  ],
  orphanedTypes: [ResidentReference],
  references: {
    Resident: ({ id }) => ({ id }),
  },
  replays: {
    Stay: ({ id }, { stays }) => stays.find(id),
    Trip: ({ id }, { trips }) => trips.find(id),
    Venue: ({ id }, { venues }) => venues.kept.find(id),
    VenueVisit: ({ id }, { venues }) => venues.visits.find(id),
    Outbreak: ({ id }, { venues }) => venues.outbreaks.find(id),
    Bulletin: async ({ id }, { bulletins }) => {
      const found = await bulletins.find(id);
      return found && shownBulletin(found);
    },
    Proposal: ({ id }, context) => proposalAgain(id, context, 'travel'),
  },
};
