import { codesPublisher } from '../../subgraphs/codes/publish.ts';
import { StartError } from '../start-error.ts';
import { readNamed } from './authority-folder.ts';
import { floorOf, readRoots, withDatabases, type Place } from './place.ts';
import { LIST_SENTENCES } from './sentences.ts';

/** What came of publishing. */
export interface PublishedList {
  readonly version: number;
  readonly expiresAt: Date;
  /** False: it was there already. */
  readonly stored: boolean;
}

/** Publishes a signed list where codes read it. @throws {StartError} with why it is refused */
export async function publishList(
  env: NodeJS.ProcessEnv,
  place: Place,
  file: string,
  now: Date,
): Promise<PublishedList> {
  const roots = await readRoots(place.rootsFile);
  const floor = floorOf(place);
  const outcome = await withDatabases(env, place.root, async ({ codes }) => {
    const publisher = await codesPublisher(codes);
    try {
      const when = { now, floor: floor.version() };
      return await publisher.signedTrustList(readNamed(file), roots, when);
    } finally {
      await publisher.close();
    }
  });
  if ('fault' in outcome) throw new StartError(`${file}: ${LIST_SENTENCES[outcome.fault]}`);
  const { version, expiresAt } = outcome.index.list;
  floor.raise(version);
  return { version, expiresAt, stored: outcome.stored };
}
