import { readFile } from 'node:fs/promises';
import type { ApolloServer } from '@apollo/server';
import type { GatewayContext } from '../context.ts';
import { createGateway, type GatewayOptions } from '../server.ts';
import { readTrustedDocuments, type TrustedDocuments } from '../session/trusted-documents.ts';

/** What answers operations: it knows one supergraph, its scopes and costs, and the documents of the console. */
export interface Engine {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly documents: TrustedDocuments;
}

/** Where it is read from. */
export interface EngineFiles {
  readonly supergraph: string | URL;
  readonly documents: string | URL;
}

/** Reads an engine from its files as they are now, and starts it. @throws for files that make none */
export async function readEngine(
  files: EngineFiles,
  optionsOf: (documents: TrustedDocuments) => Omit<GatewayOptions, 'supergraphSdl'>,
): Promise<Engine> {
  const supergraphSdl = await readFile(files.supergraph, 'utf8');
  const documents = await readTrustedDocuments(files.documents);
  const apollo = createGateway({ supergraphSdl, ...optionsOf(documents) });
  await apollo.start();
  return { apollo, documents };
}
