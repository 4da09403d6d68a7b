import DataLoader from 'dataloader';
import type { AttemptContext } from '../kit/attempt/replay.ts';
import type { IdentityContext } from '../kit/graphql/enforce-scopes.ts';
import type { Stay, StayStore, stayUseCases } from './domain/stay.ts';

/** What resolvers of this subgraph reach: use cases, reads and loaders of one request. */
export interface TravelHistoryContext extends IdentityContext, AttemptContext {
  readonly staying: ReturnType<typeof stayUseCases>;
  readonly stays: StayStore;
  /** Loader of the stays since an instant: one query for a page of residents. */
  readonly recentStays: (since: Date) => DataLoader<string, readonly Stay[]>;
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
