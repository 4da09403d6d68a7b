import { publishedReader } from '../../subgraphs/codes/published.ts';
import { keepReport, withRehearsalDatabase } from '../../subgraphs/codes/rehearsal/reports.ts';
import type { Outcome, Step } from '../../subgraphs/codes/rehearsal/steps.ts';
import { rehearsal, theirsKnownHere } from '../../subgraphs/codes/rehearsal/rehearsal.ts';
import { StartError } from '../start-error.ts';
import { readRoots, withDatabases, type Place } from '../trust/place.ts';
import { ownRegionOf, regionPaths } from './region-folder.ts';

/** Another stack, as far as a rehearsal needs it: a gateway that gives verdicts. */
export interface Peer {
  /** What it says of a text. */
  recognize(
    text: string,
  ): Promise<{ readonly tokenStatus: string; readonly issuer: string | null }>;
}

/** With whom it is rehearsed. What is not given is not rehearsed, and the report says so. */
export interface RehearsalOptions {
  readonly peer: Peer | null;
  /** A specimen that the other stack issued. */
  readonly peerSpecimen: string | null;
}

/** What a rehearsal found. */
export interface Rehearsal {
  readonly region: string;
  readonly steps: readonly Step[];
  /** From `region init` to the first code that was recognized elsewhere, in ms; null before that. */
  readonly joinedAfter: number | null;
}

async function there(peer: Peer | null, text: string, region: string): Promise<Outcome> {
  if (!peer) return { notDone: 'name another stack by --peer-data and --peer-region' };
  const { tokenStatus, issuer } = await peer.recognize(text);
  if (tokenStatus !== 'SPECIMEN') throw new StartError(`the other stack says ${tokenStatus}`);
  if (issuer !== region) throw new StartError('the other stack does not name the issuer');
  return 'the other stack knows it as a specimen of this region';
}

/**
 * Rehearses a region's part in recognition. Nothing of it stays but its report.
 * @throws {StartError}
 */
export async function rehearseRegion(
  env: NodeJS.ProcessEnv,
  place: Place,
  region: string,
  { peer, peerSpecimen }: RehearsalOptions,
): Promise<Rehearsal> {
  const own = ownRegionOf(regionPaths(place, region), region);
  const roots = await readRoots(place.rootsFile);
  return withDatabases(env, place.root, ({ codes }) =>
    withRehearsalDatabase(codes, async (orm) => {
      const reader = await publishedReader(codes, roots);
      const reference = await reader.read().finally(() => reader.close());
      const now = () => new Date();
      const parts = { orm, roots, keysFile: place.keysFile, reference, region, now };
      const begunAt = now();
      const played = rehearsal(parts, {
        there: (text) => there(peer, text, region),
        theirs: (trust, at) => theirsKnownHere(peerSpecimen, trust, region, at),
      });
      if (!played) {
        throw new StartError(`No trust list carries ${region} yet; \`tongma region join\` first.`);
      }
      let joinedAfter: number | null = null;
      const steps = [];
      for await (const step of played) {
        steps.push(step);
        const known = step.step === 'KNOWN_THERE' && step.state === 'PASSED';
        if (known) joinedAfter = Date.now() - new Date(own.startedAt).getTime();
      }
      const listVersion = reference.trust?.list.version ?? 0;
      await keepReport(orm, { region, begunAt, listVersion, steps, joinedAfter }, now());
      return { region, steps, joinedAfter };
    }),
  );
}
