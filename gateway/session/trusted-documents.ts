import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';

/** Operation texts that the console may ask, by the hash it sends. */
export type TrustedDocuments = ReadonlyMap<string, string>;

const file = z.record(z.string().regex(/^sha256:[0-9a-f]{64}$|^[0-9a-f]{64}$/), z.string());

const request = z.object({
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.object({
    persistedQuery: z.object({ version: z.literal(1), sha256Hash: z.string() }),
  }),
});

/** What the console sends, with the text that its hash stands for. */
export interface TrustedRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

/** Reads the documents that were collected when the console was built. */
export async function readTrustedDocuments(path: string | URL): Promise<TrustedDocuments> {
  return new Map(Object.entries(file.parse(JSON.parse(await readFile(path, 'utf8')))));
}

/**
 * Takes a request by hash only. @throws {DomainError} BAD_USER_INPUT for a text, an unknown hash,
 * or a list of requests
 */
export function trustedRequest(body: unknown, documents: TrustedDocuments): TrustedRequest {
  const parsed = request.safeParse(body);
  const hash = parsed.data?.extensions.persistedQuery.sha256Hash;
  const query = hash === undefined ? undefined : documents.get(hash);
  if (!parsed.success || query === undefined) {
    throw new DomainError('BAD_USER_INPUT', 'Only documents known here are answered at this door.');
  }
  const { operationName, variables } = parsed.data;
  return {
    query,
    ...(operationName != null && { operationName }),
    ...(variables != null && { variables }),
  };
}
