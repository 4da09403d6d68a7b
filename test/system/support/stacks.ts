import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoFile } from '../../../cli/all-in-one/demo-file.ts';
import { freePort } from '../../../cli/embedded/free-port.ts';
import { initRegion } from '../../../cli/region/own-region.ts';
import { readKeyEntries } from '../../../cli/region/region-keys.ts';
import { acceptUpload, draftList, enrollRegion, signDraft } from '../../../cli/trust/authority.ts';
import { placeOf, type Place } from '../../../cli/trust/place.ts';
import { tokenOf, tokenOfPartner } from './client.ts';
import { filledFolder, launch, printed, type StartedTongma } from './process.ts';
import { VERDICT } from './recognize.ts';
import { send } from './send.ts';

/** Within which lists bring a change elsewhere; the service makes them every 5 s. */
export const LIVED_MS = 90_000;
const SECONDS = { CODES_EXCHANGE_SECONDS: '2' };

/** One of several whole Tongma, with a database and keys of its own. */
export interface Side {
  readonly place: Place;
  readonly port: number;
  tongma: StartedTongma;
  facts: DemoFile;
}
/** One that does not run yet. */
export type UnstartedSide = Omit<Side, 'tongma' | 'facts'>;

/** A copy of the demo that keeps the keys of some regions, at an address that the list names. */
export async function aSide(authority: string, regions: readonly string[]): Promise<UnstartedSide> {
  const place = placeOf({}, filledFolder());
  const own = readKeyEntries(place.keysFile).filter(({ region }) => regions.includes(region));
  writeFileSync(place.keysFile, JSON.stringify(own), { mode: 0o600 });
  const port = await freePort();
  for (const region of regions) {
    const endpoint = `http://127.0.0.1:${port}`;
    const { paths } = await initRegion(place, region, { endpoint }, new Date());
    enrollRegion(authority, paths.enrollmentFile, false, new Date());
    await acceptUpload(authority, paths.uploadFile, new Date());
  }
  copyFileSync(join(authority, 'trust-roots.json'), place.rootsFile);
  return { place, port };
}

/** The next list, signed by two of three who were shown it; its file. */
export async function nextList(authority: string, shares: readonly string[]): Promise<string> {
  const { file: draft } = await draftList(authority, 7, new Date());
  let published: string | null = null;
  for (const root of shares.slice(1)) {
    const { digest } = await signDraft(authority, { draft, root, digest: undefined }, new Date());
    ({ published } = await signDraft(authority, { draft, root, digest }, new Date()));
  }
  return published ?? '';
}

/** Starts a side with its demo. */
export async function started({ place, port }: UnstartedSide): Promise<Side> {
  const tongma = launch(place.root, { ...SECONDS, PORT: String(port) });
  await printed(tongma, 'Ask again');
  return { place, port, tongma, facts: tongma.demo() };
}

/** The verdict of a side's gateway. */
export async function recognized({ facts }: Side, text: string, region: string) {
  const query = `query($input: RecognizeCodeInput!) { recognizeCode(input: $input) { ...Verdict } } ${VERDICT}`;
  const token = await tokenOfPartner(facts);
  const input = { text, region, purpose: 'ENTRY' };
  return (await send(facts.gatewayUrl, token, query, { input })).data.recognizeCode;
}

/** Asks a side as an account of its demo and expects no error. */
export async function ask(
  { facts }: Side,
  username: string,
  query: string,
  variables: object = {},
) {
  const answer = await send(facts.gatewayUrl, await tokenOf(username, facts), query, variables);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}
