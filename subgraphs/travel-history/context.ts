import DataLoader from 'dataloader';
import type { AttemptContext } from '../kit/attempt/replay.ts';
import type { IdentityContext } from '../kit/graphql/enforce-scopes.ts';
import type { ProposalContext } from '../kit/proposal/proposal.resolver.ts';
import type { PublishedBulletin } from './domain/bulletin/bulletin.ts';
import type { bulletinUseCases } from './domain/bulletin/import-bulletin.ts';
import type { BulletinStore, ExposureProgress } from './domain/bulletin/kept-bulletin.ts';
import type { Venues } from './compose-venues.ts';
import type { Stay, StayExposure, StayKey, StayStore, stayUseCases } from './domain/stay.ts';
import type { TripStore, tripUseCases } from './domain/trip.ts';

/** What resolvers of this subgraph reach: use cases, reads and loaders of one request. */
export interface TravelHistoryContext extends IdentityContext, AttemptContext, ProposalContext {
  readonly staying: ReturnType<typeof stayUseCases>;
  readonly stays: StayStore;
  /** Loader of the stays since an instant: one query for a page of residents. */
  readonly recentStays: (since: Date) => DataLoader<string, readonly Stay[]>;
  /** The time that stays were in risk areas: one query for a page of stays. */
  readonly exposures: DataLoader<StayKey, readonly StayExposure[], string>;
  readonly travelling: ReturnType<typeof tripUseCases>;
  readonly trips: TripStore;
  readonly venues: Venues;
  readonly bulletins: BulletinStore;
  readonly importing: ReturnType<typeof bulletinUseCases>;
  /** Reads an upload: base64 of a bulletin, gzipped or not. */
  readonly readUpload: (content: string) => Promise<PublishedBulletin>;
  /** Progress of a page of bulletins, in one query. */
  readonly progress: DataLoader<string, ExposureProgress | null>;
  readonly now: () => Date;
}

/** Loader of how far the people whom bulletins concern have been found. */
export function progressLoader(bulletins: BulletinStore): TravelHistoryContext['progress'] {
  return new DataLoader(async (ids) => {
    const known = await bulletins.progress(ids);
    return ids.map((id) => known.get(id) ?? null);
  });
}

/** Loader of the time that stays were in risk areas. */
export function exposureLoader(stays: StayStore): TravelHistoryContext['exposures'] {
  return new DataLoader((keys) => stays.exposures(keys), { cacheKeyFn: ({ id }) => id });
}

/** Makes the loaders of one request, one for each span of days that is asked for. */
export function recentStayLoaders(stays: StayStore): TravelHistoryContext['recentStays'] {
  const loaders = new Map<string, DataLoader<string, readonly Stay[]>>();
  return (since) => {
    const day = since.toISOString().slice(0, 16); // to the minute: fields of one request share it
    const known = loaders.get(day);
    if (known) return known;
    const loader = new DataLoader<string, readonly Stay[]>((ids) => stays.recent(ids, since));
    loaders.set(day, loader);
    return loader;
  };
}
