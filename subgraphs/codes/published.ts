import { createLog } from '../kit/log.ts';
import { openOrm } from '../kit/orm.ts';
import type { ReferenceData } from './domain/recognition/reference.ts';
import type { TrustRoots } from './persistence/key-file.ts';
import { nodeVerify } from './persistence/node-crypto.ts';
import { loadReference } from './persistence/reference-data.ts';
import { storage } from './persistence/storage.ts';
import { trustFloor } from './persistence/trust-floor.ts';

export { policyFor } from './domain/policy/versions.ts';
export { lifeOfKeys, lifeOfList, listedKey } from './domain/region/key-standing.ts';
export type { ReferenceData } from './domain/recognition/reference.ts';

/** What is published in a database, as the codes processes see it. */
export interface PublishedReader {
  read(): Promise<ReferenceData>;
  close(): Promise<void>;
}

/** Opens reading what is published, verified with these root keys. Nothing is written. */
export async function publishedReader(
  databaseUrl: string,
  roots: TrustRoots,
): Promise<PublishedReader> {
  const orm = await openOrm(storage, databaseUrl, 2);
  const parts = {
    ...{ orm, roots, verify: nodeVerify(), now: () => new Date() },
    ...{ floor: trustFloor(undefined), log: createLog('codes', 'silent') },
  };
  return { read: () => loadReference(parts), close: () => orm.close() };
}
