import type { SchemaParts } from '../../kit/graphql/build-schema.ts';
import type { TravelHistoryContext } from '../context.ts';
import { StayResolver } from './stay.resolver.ts';
import { ResidentReference } from './stay.type.ts';

/** The GraphQL face of travel-history: its resolvers and how its entities are found by key. */
export const schemaParts: SchemaParts<TravelHistoryContext> = {
  resolvers: [StayResolver],
  orphanedTypes: [ResidentReference],
  references: {
    Resident: ({ id }) => ({ id }),
  },
  replays: {
    Stay: ({ id }, { stays }) => stays.find(id),
  },
};
