import type { SchemaParts } from '../../kit/graphql/build-schema.ts';
import type { ResidentsContext } from '../context.ts';
import { DivisionResolver } from './division.resolver.ts';
import { GrantsResolver } from './grants.resolver.ts';
import { ResidentResolver } from './resident.resolver.ts';
import { ViewerResolver } from './viewer.resolver.ts';

/** The GraphQL face of residents: all its resolvers and how its entities are found by key. */
export const schemaParts: SchemaParts<ResidentsContext> = {
  resolvers: [ResidentResolver, DivisionResolver, GrantsResolver, ViewerResolver],
  references: {
    Resident: ({ id }, { residentById }) => residentById.load(id),
  },
};
