import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { writeSealed } from '../embedded/sealed-file.ts';
import { providerSettings } from '../embedded/openid-settings.ts';
import { readSealed } from '../embedded/sealed-file.ts';
import { DEMO_PARTNER, DEMO_VERIFIER, officialSubject } from '../seed/demo-accounts.ts';
import { ISSUING_REGIONS } from '../seed/demo-regions.ts';
import type { PlayedResident } from '../seed/play.ts';
import { StartError } from '../start-error.ts';
import type { DataFolder } from '../embedded/data-folder.ts';
import type { Ask } from './ask.ts';
import type { DemoFile } from './demo-file.ts';

/** A running Tongma whose database holds the demo. */
export interface DemoPlace {
  readonly folder: DataFolder;
  /** Where the gateway is reached. */
  readonly origin: string;
  /** Its sign-in provider. */
  readonly issuer: string;
  readonly ask: Ask;
}

const ISSUE = `mutation DemoIssue($input: IssueCodeInput!) {
  issueCode(input: $input) { text kind code { color } }
}`;
const CODE = `query DemoCode($id: ID!) { resident(id: $id) { code { state color } } }`;

const issued = z.object({
  issueCode: z.object({
    text: z.string(),
    kind: z.string(),
    code: z.object({ color: z.string() }),
  }),
});
const found = z.object({
  resident: z.object({ code: z.object({ state: z.string() }).nullable() }).nullable(),
});

/** People whose codes stand in demo.json: a color each, and an elder's paper code. */
const SHOWN: readonly (readonly [PlayedResident['kind'], PlayedResident['story'], string])[] = [
  ['LOCAL', 'GREEN', 'DYNAMIC'],
  ['LOCAL', 'SYMPTOM', 'DYNAMIC'],
  ['LOCAL', 'DETECTED', 'DYNAMIC'],
  ['ELDER_PAPER', 'GREEN', 'PAPER'],
];
/** Tenths of a second: a machine that is busy takes its time. */
const DECIDED_TRIES = 1_200;
const RESUMED_TRIES = 100;
const CHECK_IN = 'mutation($input: CheckInInput!) { checkIn(input: $input) { id } }';

/**
 * Waits until a code is decided. Whoever is yellow or red checks in daily: the demo does it for its
 * own people when a day has passed since the last start.
 * @returns false for a code that nobody can show, such as one that was withdrawn
 */
async function isShown({ ask }: DemoPlace, { id, region }: PlayedResident): Promise<boolean> {
  const desk = officialSubject('DESK', region);
  let checkedInAt: number | null = null;
  for (let attempt = 0; attempt < DECIDED_TRIES; attempt += 1) {
    const state = found.parse(await ask(desk, CODE, { id })).resident?.code?.state;
    if (state === 'ACTIVE') return true;
    if (state === 'WITHDRAWN' || state === 'EXPIRED') return false;
    if (state === 'SUSPENDED') {
      if (checkedInAt !== null && attempt - checkedInAt > RESUMED_TRIES) return false;
      if (checkedInAt === null) {
        checkedInAt = attempt;
        // Who checked in today already is suspended for something else.
        await ask(desk, CHECK_IN, { input: { residentId: id, symptoms: [] } }).catch(() => null);
      }
    }
    await sleep(100);
  }
  throw new StartError('The demo has no codes: its events are not being taken in.');
}

async function makeCodes(place: DemoPlace, people: readonly PlayedResident[]) {
  const codes: DemoFile['codes'] = [];
  const keys = readSealed(place.folder.keysFile, z.array(z.object({ region: z.string() }))) ?? [];
  // Of two stacks over the same demo each serves the regions that it has the keys of.
  const served = new Set(keys.map(({ region }) => region));
  for (const region of ISSUING_REGIONS.filter((one) => served.has(one))) {
    for (const [kind, story, codeKind] of SHOWN) {
      const person = people.find(
        (one) => one.region === region && one.kind === kind && one.story === story,
      );
      if (!person) continue;
      if (!(await isShown(place, person))) continue;
      const input = { residentId: person.id, kind: codeKind };
      const answer = await place.ask(officialSubject('DESK', region), ISSUE, { input });
      const { text, code } = issued.parse(answer).issueCode;
      codes.push({ text, region, color: code.color, kind: codeKind });
    }
  }
  return codes;
}

/** Makes today's demo codes and writes demo.json, the facts of a running demo for scripts. */
export async function writeDemoFile(
  place: DemoPlace,
  people: readonly PlayedResident[],
): Promise<DemoFile> {
  const { folder, origin, issuer } = place;
  const provider = readSealed(folder.providerFile, providerSettings);
  const demo: DemoFile = {
    gatewayUrl: `${origin}/graphql`,
    consoleUrl: `${origin}/console/`,
    accounts: (provider?.clients ?? [])
      .filter(({ clientId, secret }) => secret !== undefined && clientId !== DEMO_VERIFIER)
      .map(({ clientId, secret }) => {
        const [, role = clientId, region = ''] = /^(.*?)-?(\d{6})?$/.exec(clientId) ?? [];
        const person = /^(demo-)?resident\b/.test(role);
        const name = person ? 'RESIDENT' : role.toUpperCase().replace('-', '_');
        return { role: name, region, username: clientId, password: secret ?? '' };
      }),
    partner: {
      clientId: DEMO_PARTNER,
      privateKeyFile: folder.partnerKeyFile,
      tokenUrl: `${issuer}/token`,
      audience: issuer,
    },
    codes: await makeCodes(place, people),
  };
  writeSealed(folder.demoFile, JSON.stringify(demo, null, 2));
  return demo;
}

const tokenAnswer = z.object({ access_token: z.string() });

async function verifierToken({ folder, issuer }: DemoPlace): Promise<string> {
  const provider = readSealed(folder.providerFile, providerSettings);
  const client = provider?.clients.find(({ clientId }) => clientId === DEMO_VERIFIER);
  const basic = Buffer.from(`${DEMO_VERIFIER}:${client?.secret ?? ''}`).toString('base64');
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return tokenAnswer.parse(await response.json()).access_token;
}

const QUERY =
  'query($input: RecognizeCodeInput!) { recognizeCode(input: $input) ' +
  '{ pass outcome tokenStatus issuer { id name(language: EN) } color reasons { text(language: EN) } validUntil } }';

/** A recognition just done through the gateway, and the `curl` line that does it again. */
export interface DemoRecognition {
  readonly curl: string;
  readonly verdict: unknown;
}

/**
 * Recognizes a green code of Zhejiang in Sichuan over HTTP, as anybody could; where another stack
 * serves one of them, the first green code in its own region.
 */
export async function recognizeOnce(place: DemoPlace, demo: DemoFile): Promise<DemoRecognition> {
  const green = demo.codes.filter(({ color }) => color === 'GREEN');
  const code = green.find(({ region }) => region === '330000') ?? green[0];
  if (!code) throw new StartError('The demo has no green code.');
  const elsewhere = demo.codes.some(({ region }) => region === '510000');
  const input = { text: code.text, region: elsewhere ? '510000' : code.region, purpose: 'ENTRY' };
  const body = JSON.stringify({ query: QUERY, variables: { input } });
  const headers = {
    authorization: `Bearer ${await verifierToken(place)}`,
    'content-type': 'application/json',
  };
  const response = await fetch(demo.gatewayUrl, { method: 'POST', headers, body });
  const verdict: unknown = await response.json();
  const quoted = body.replaceAll("'", `'\\''`);
  const options = Object.entries(headers).map(([name, value]) => `-H '${name}: ${value}'`);
  const curl = `curl -s ${demo.gatewayUrl} ${options.join(' ')} --data '${quoted}'`;
  return { curl, verdict };
}
