import { composeServices } from '@apollo/composition';
import {
  composeServices as composeSecond,
  transformSupergraphToPublicSchema,
} from '@theguild/federation-composition';
import { parse, print } from 'graphql';
import { splitSupergraph } from '../../gateway/policy/policy-table.ts';
import { referenceOf } from './reference.ts';
import { buildFederatedSchema } from '../../subgraphs/kit/graphql/build-schema.ts';
import { schemaParts as codes } from '../../subgraphs/codes/schema/index.ts';
import { schemaParts as healthRecords } from '../../subgraphs/health-records/schema/index.ts';
import { schemaParts as residents } from '../../subgraphs/residents/schema/index.ts';
import { schemaParts as travelHistory } from '../../subgraphs/travel-history/schema/index.ts';

/** One subgraph's part of the graph. */
export interface SubgraphSdl {
  readonly name: string;
  readonly sdl: string;
}

/** Prints the four subgraphs; no database is needed. */
export async function subgraphSdls(): Promise<SubgraphSdl[]> {
  return [
    { name: 'residents', sdl: (await buildFederatedSchema(residents)).sdl },
    { name: 'health-records', sdl: (await buildFederatedSchema(healthRecords)).sdl },
    { name: 'travel-history', sdl: (await buildFederatedSchema(travelHistory)).sdl },
    { name: 'codes', sdl: (await buildFederatedSchema(codes)).sdl },
  ];
}

function definitions(subgraphs: readonly SubgraphSdl[]) {
  return subgraphs.map(({ name, sdl }) => ({
    name,
    url: `http://${name}/graphql`,
    typeDefs: parse(sdl),
  }));
}

/** Composes with Apollo's composer. Throws with all its complaints. */
export function compose(subgraphs: readonly SubgraphSdl[]): string {
  const { supergraphSdl, errors } = composeServices(definitions(subgraphs));
  if (!supergraphSdl) {
    throw new Error((errors ?? []).map(({ message }) => message).join('\n'));
  }
  return `${supergraphSdl.trim()}\n`;
}

/** Composes with a second composer, to see that the supergraph is not one engine's own. */
export function composeWithSecond(subgraphs: readonly SubgraphSdl[]): string {
  const result = composeSecond(definitions(subgraphs));
  if (!result.supergraphSdl) {
    throw new Error((result.errors ?? []).map(({ message }) => message).join('\n'));
  }
  return result.supergraphSdl;
}

/** What clients see of a supergraph. */
export function apiOf(supergraphSdl: string): string {
  const api = transformSupergraphToPublicSchema(parse(supergraphSdl));
  return `${print(api).trim()}\n`;
}

/** Every file that stands in schema/, by name, as the code makes it now. */
export async function contractFiles(): Promise<ReadonlyMap<string, string>> {
  const subgraphs = await subgraphSdls();
  const supergraph = compose(subgraphs);
  const { document, policy } = splitSupergraph(supergraph);
  const table = Object.fromEntries([...policy].sort(([a], [b]) => (a < b ? -1 : 1)));
  return new Map([
    ...subgraphs.map(({ name, sdl }) => [`${name}.graphql`, sdl] as const),
    ['supergraph.graphql', supergraph],
    ['gateway.graphql', `${print(document).trim()}\n`],
    ['policy.json', `${JSON.stringify(table, null, 2)}\n`],
    ['api.graphql', apiOf(supergraph)],
  ]);
}

/** Where the reference of the API stands, from the project's root. */
export const REFERENCE = 'docs/reference.md';

/** What stands at {@link REFERENCE}, as the code makes it now. */
export function referenceNow(files: ReadonlyMap<string, string>): string {
  return referenceOf(files.get('api.graphql') ?? '');
}
