import 'reflect-metadata';
import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { directResolvers, readPropertiesPlainly, type ResolverClass } from './direct-resolvers.ts';
import { DateScalar, DateTimeScalar } from './scalars.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ' +
  '["@key", "@shareable", "@inaccessible", "@authenticated", "@requiresScopes", "@cost", "@listSize"])\n';

/** Finds an entity by its key, for `_entities`; null when it is not there or not to be seen. */
export type ResolveReference<C> = (
  key: { id: string },
  context: C,
  info: GraphQLResolveInfo,
) => unknown;

function isFilled(list: readonly ResolverClass[]): list is NonEmptyArray<ResolverClass> {
  return list.length > 0;
}

/** The GraphQL face of one subgraph. */
export interface SchemaParts<C> {
  readonly resolvers: readonly ResolverClass[];
  /** Entity types of other subgraphs that no resolver returns but that get fields here. */
  readonly orphanedTypes?: (new () => object)[];
  readonly references: Readonly<Record<string, ResolveReference<C>>>;
  /** Results of mutations that are no entities, found again for an Idempotency-Key. */
  readonly replays?: Readonly<Record<string, ResolveReference<C>>>;
}

/** Builds the executable federation schema of a subgraph. `sdl` is what schema/ commits. */
export async function buildFederatedSchema<C>(
  parts: SchemaParts<C>,
): Promise<{ schema: GraphQLSchema; sdl: string }> {
  const { resolvers: classes } = parts;
  if (!isFilled(classes)) throw new Error('A subgraph has resolvers.');
  readPropertiesPlainly();
  const base = await buildSchema({
    resolvers: classes,
    orphanedTypes: parts.orphanedTypes ?? [],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validate: false,
    skipCheck: true,
  });
  const resolvers: Record<string, object> = { ...createResolversMap(base) };
  for (const [type, resolve] of Object.entries(parts.references)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  }
  for (const [type, fields] of Object.entries(directResolvers(classes))) {
    resolvers[type] = { ...resolvers[type], ...fields };
  }
  // Enum values equal their names here, and scalars are given by the base schema.
  for (const scalar of [DateTimeScalar, DateScalar]) {
    if (base.getType(scalar.name)) resolvers[scalar.name] = scalar;
  }
  const typeDefs = parse(LINK + printSchemaWithDirectives(base));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  return { schema, sdl: `${printSubgraphSchema(schema).trim()}\n` };
}
