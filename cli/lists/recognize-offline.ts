import { createVerifier, reasonText, type Verdict } from '../../subgraphs/codes/verify/index.ts';
import { nodeVerify } from '../../subgraphs/codes/verify-in-node.ts';
import { divisionBook } from '../../subgraphs/kit/standards/gbt2260-data.ts';
import { StartError } from '../start-error.ts';
import { readLists, rootsOf } from './list-folder.ts';

/** How a verdict is asked for with no network. */
export interface OfflineQuestion {
  readonly text: string;
  /** GB/T 2260 division where the code is presented. */
  readonly region: string;
  readonly language: 'ZH_HANS' | 'ZH_HANT' | 'EN';
}

/** A verdict as `tongma recognize` prints it. */
export type ShownVerdict = ReturnType<typeof shown>;

function named(id: string | null) {
  return id === null ? null : { id, name: divisionBook.get(id)?.name ?? id };
}

function shown(verdict: Verdict, language: OfflineQuestion['language']) {
  const { reasons, issuer, presentedIn, ...rest } = verdict;
  return {
    ...rest,
    ...{ issuer: named(issuer), presentedIn: named(presentedIn) },
    reasons: reasons.map((reason) => ({ ...reason, text: reasonText(reason, language) })),
  };
}

/**
 * The verdict on a code from the lists of a folder. `onRefused` is told what of them does not hold.
 * @throws {StartError} when the folder holds no lists, or none for that place
 */
export async function recognizeOffline(
  folder: string,
  { text, region, language }: OfflineQuestion,
  onRefused: (sentence: string) => void,
): Promise<ShownVerdict> {
  const { about, bundle } = await readLists(folder);
  const verifier = createVerifier({ ...rootsOf(about), verify: nodeVerify() });
  for (const { list, at, fault } of await verifier.load(bundle)) {
    onRefused(`Not taken: number ${at + 1} of ${list}: ${fault}.`);
  }
  const held = verifier.lists();
  const isListed = (code: string) => held?.trust.region(code) !== undefined;
  // A place belongs to the nearest region, whose terms another's do not replace.
  const presentedIn = divisionBook.nearestOf({ has: isListed }, region);
  if (presentedIn === null || !held?.terms.has(presentedIn)) {
    throw new StartError(`These lists are for ${about.region}, not for ${region}.`);
  }
  return shown(await verifier.recognize(text, presentedIn), language);
}
