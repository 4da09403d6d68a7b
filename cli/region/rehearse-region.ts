import type { Signer } from '../../subgraphs/codes/publish.ts';
import { publishedReader } from '../../subgraphs/codes/published.ts';
import {
  rehearseCode,
  type CodeRehearsalParts,
  type RehearsedCode,
} from '../../subgraphs/codes/rehearsal.ts';
import { checkOffline, specimenBy, specimenSigner } from '../../subgraphs/codes/specimens.ts';
import type { TrustIndex } from '../../subgraphs/codes/trust.ts';
import { StartError } from '../start-error.ts';
import { readRoots, withDatabases, type Place } from '../trust/place.ts';
import { drill } from './drill.ts';
import { ownRegionOf, regionPaths } from './region-folder.ts';
import { stepOf, type Outcome, type Step } from './steps.ts';

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

async function back(text: string | null, trust: TrustIndex, region: string, now: Date) {
  if (text === null) return { notDone: 'give a specimen of another region by --peer-specimen' };
  const { status, claims } = await checkOffline(text, trust, now);
  if (status !== 'SPECIMEN') throw new StartError(`the other region's specimen is ${status}`);
  if (claims?.issuer === region) throw new StartError('that specimen is of this region');
  return `a specimen of ${claims?.issuer ?? ''} is known here`;
}

async function stepsOf(
  region: string,
  trust: TrustIndex,
  signer: Signer,
  { peer, peerSpecimen }: RehearsalOptions,
): Promise<Step[]> {
  const now = new Date();
  let text = '';
  const issued = await stepOf('SPECIMEN_ISSUED', async () => {
    ({ text } = await specimenBy(signer, region, 'GREEN', now));
    return `${text.length} characters`;
  });
  const here = await stepOf('SPECIMEN_KNOWN_HERE', async () => {
    const { status } = await checkOffline(text, trust, now);
    if (status !== 'SPECIMEN') throw new StartError(`it is ${status}`);
    return `by list ${trust.list.version}, offline`;
  });
  return [
    ...[issued, here],
    await stepOf('KNOWN_THERE', () => there(peer, text, region)),
    await stepOf('THEIRS_KNOWN_HERE', () => back(peerSpecimen, trust, region, now)),
    ...(await drill(trust, region, signer, now)),
  ];
}

const WHERE = 'by the lists of the region alone, in a transaction that was undone';

/** A code of nobody that turns red and is withdrawn, as somebody without a network sees it. */
async function lifeOfACode(parts: CodeRehearsalParts): Promise<Step[]> {
  const played = await rehearseCode(parts).catch((error: unknown) =>
    error instanceof Error ? error : new Error('The rehearsal failed.'),
  );
  const seen = (step: string, run: (code: RehearsedCode) => Outcome) =>
    stepOf(step, () => {
      if (played instanceof Error) throw new StartError(played.message);
      return run(played);
    });
  return [
    await seen('COLOR_CHANGE_SEEN_OFFLINE', ({ issued, changed }) => {
      const colors = [issued.color, changed.color].join(' ');
      if (colors !== 'GREEN RED') throw new StartError(`the code is seen as ${colors}`);
      return `a code of nobody was green, then red, ${WHERE}`;
    }),
    await seen('WITHDRAWN_CODE_REFUSED', ({ withdrawn: { outcome, tokenStatus } }) => {
      if (tokenStatus !== 'WITHDRAWN') throw new StartError(`the code is ${tokenStatus}`);
      return `it is ${outcome}, ${WHERE}`;
    }),
  ];
}

/** Rehearses a region's part in recognition. Nothing of it stays. @throws {StartError} */
export async function rehearseRegion(
  env: NodeJS.ProcessEnv,
  place: Place,
  region: string,
  options: RehearsalOptions,
): Promise<Rehearsal> {
  const own = ownRegionOf(regionPaths(place, region), region);
  const roots = await readRoots(place.rootsFile);
  return withDatabases(env, place.root, async ({ codes }) => {
    const reader = await publishedReader(codes, roots);
    const reference = await reader.read().finally(() => reader.close());
    const { trust } = reference;
    const signer = specimenSigner(region, place.keysFile, trust, new Date());
    if (!trust || !signer) {
      throw new StartError(`No trust list carries ${region} yet; \`tongma region join\` first.`);
    }
    const steps = await stepsOf(region, trust, signer, options);
    const known = steps.some(({ step, state }) => step === 'KNOWN_THERE' && state === 'PASSED');
    const joinedAfter = known ? Date.now() - new Date(own.startedAt).getTime() : null;
    const life = await lifeOfACode({
      ...{ databaseUrl: codes, roots, keysFile: place.keysFile, reference, region },
      now: () => new Date(),
    });
    return { region, steps: [...steps, ...life], joinedAfter };
  });
}
