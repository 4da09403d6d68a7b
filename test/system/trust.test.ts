import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoFile } from '../../cli/all-in-one/demo-file.ts';
import { initRegion, rotateKeys } from '../../cli/region/own-region.ts';
import { publicEntry, readKeyEntries } from '../../cli/region/region-keys.ts';
import {
  acceptUpload,
  draftList,
  enrollRegion,
  initAuthority,
  signDraft,
  takeBack,
} from '../../cli/trust/authority.ts';
import { placeOf, type Place } from '../../cli/trust/place.ts';
import { publishList } from '../../cli/trust/publish-list.ts';
import { decodeBase45 } from '../../subgraphs/codes/domain/token/base45.ts';
import { readSign1 } from '../../subgraphs/codes/domain/token/cose-sign1.ts';
import { tokenOf, tokenOfPartner, until } from './support/client.ts';
import { runBuilt, runTongma } from './support/parts.ts';
import {
  exitCode,
  filledFolder,
  finish,
  launch,
  printed,
  temporaryFolder,
  type StartedTongma,
} from './support/process.ts';
import { VERDICT } from './support/recognize.ts';
import { send } from './support/send.ts';

const REGIONS = ['000000', '330000', '330100', '510000', '510100'];
const ISSUER = '330000';
const RECEIVER = '510000';
const NEW = '440000';

let authority: string;
let shares: readonly string[];
let data: string;
let place: Place;
let tongma: StartedTongma;
let facts: DemoFile;

/** Accepts a region's upload, after it was enrolled the first time. */
async function accepted({ paths }: Awaited<ReturnType<typeof initRegion>>, first: boolean) {
  if (first) enrollRegion(authority, paths.enrollmentFile, false, new Date());
  await acceptUpload(authority, paths.uploadFile, new Date());
}

/** The next list, signed by two of three who were shown it. */
async function nextList(): Promise<string> {
  const { file: draft } = await draftList(authority, 7, new Date());
  let published: string | null = null;
  for (const root of shares.slice(1)) {
    const { digest } = await signDraft(authority, { draft, root, digest: undefined }, new Date());
    ({ published } = await signDraft(authority, { draft, root, digest }, new Date()));
  }
  return published ?? '';
}

const publish = (file: string) => publishList({}, place, file, new Date());

async function ask(username: string, query: string, variables: object = {}) {
  const token = await tokenOf(username, facts);
  const answer = await send(facts.gatewayUrl, token, query, variables);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

async function recognized(text: string) {
  const query = `query($input: RecognizeCodeInput!) { recognizeCode(input: $input) { ...Verdict } } ${VERDICT}`;
  const input = { text, region: RECEIVER, purpose: 'ENTRY' };
  const token = await tokenOfPartner(facts);
  return (await send(facts.gatewayUrl, token, query, { input })).data.recognizeCode;
}

/** Waits until a list is in use: two seconds at most. */
const inUse = (text: string, version: number) =>
  until(
    () => recognized(text),
    ({ basis }) => basis.trustListVersion === version,
  );

/** A new code of the issuing region. */
async function issued(): Promise<string> {
  const people =
    'query($region: ID!) { registrations(region: $region, state: REGISTERED, first: 50) { nodes { id code { color } } } }';
  const { registrations } = await ask(`reviewer-${ISSUER}`, people, { region: ISSUER });
  const nodes = registrations.nodes as { id: string; code: { color: string } | null }[];
  const green = nodes.find(({ code }) => code?.color === 'GREEN');
  const issue = 'mutation($input: IssueCodeInput!) { issueCode(input: $input) { text } }';
  const input = { residentId: green?.id, kind: 'PAPER' };
  return (await ask(`desk-${ISSUER}`, issue, { input })).issueCode.text;
}

function kidOf(text: string): string | undefined {
  return readSign1(decodeBase45(text.slice(5))!)?.kid;
}

/** Id of the newest paper key in the file of the issuing region. */
function paperKid(): string {
  const own = readKeyEntries(place.keysFile).filter(
    ({ region, use }) => region === ISSUER && use === 'paper',
  );
  return publicEntry(own.at(-1)!).kid;
}

beforeAll(async () => {
  authority = join(temporaryFolder(), 'authority');
  shares = initAuthority(authority, { roots: 3, threshold: 2, environment: 'demo' });
  data = filledFolder();
  place = placeOf({}, data);
  for (const region of REGIONS)
    await accepted(await initRegion(place, region, {}, new Date()), true);
  await nextList(); // the first version is taken: by the list of the demo's own roots
  copyFileSync(join(authority, 'trust-roots.json'), place.rootsFile);
  await publish(await nextList());
  tongma = launch(data);
  await printed(tongma, 'Ask again');
  facts = tongma.demo();
}, 300_000);

afterAll(async () => {
  await finish(tongma);
  rmSync(join(authority, '..'), { recursive: true });
});

describe('a trust list that two of three roots signed', () => {
  let old: string;
  let fresh: string;
  let oldKid: string;

  it('is what codes are recognized by', async () => {
    old = await issued();
    oldKid = paperKid();
    expect(kidOf(old)).toBe(oldKid);
    expect(await recognized(old)).toMatchObject({
      ...{ outcome: 'RECOGNIZED', tokenStatus: 'VERIFIED', pass: true },
      basis: { trustListVersion: 2 },
    });
  });

  it('lets a key be rolled: codes of the old one and of the new one are recognized', async () => {
    const rolled = await rotateKeys(place, ISSUER, { uses: ['paper'], beginsIn: 0 }, new Date());
    const before = await issued();
    expect(kidOf(before)).toBe(oldKid); // the new key is made, and not listed
    await accepted(rolled, false);
    await publish(await nextList());
    await inUse(old, 3);
    fresh = await until(issued, (text) => kidOf(text) === paperKid());
    for (const text of [old, before, fresh]) {
      expect(await recognized(text)).toMatchObject({ tokenStatus: 'VERIFIED', pass: true });
    }
  });

  it('takes a key away, and with it every code that it signed', async () => {
    await takeBack(authority, ISSUER, { kid: oldKid, reason: 'It was copied.' }, new Date());
    await publish(await nextList());
    expect(await inUse(old, 4)).toMatchObject({
      ...{ outcome: 'NOT_RECOGNIZED', tokenStatus: 'KEY_TERMINATED', pass: false },
    });
    expect(await recognized(fresh)).toMatchObject({ tokenStatus: 'VERIFIED', pass: true });
  });

  it('does not give way to an older one', async () => {
    const older = join(authority, 'lists', 'trust-list-000003.cbor');
    await expect(publish(older)).rejects.toThrow('older than the newest list');
    expect(await recognized(old)).toMatchObject({ tokenStatus: 'KEY_TERMINATED' });
  });
});

describe('a specimen', () => {
  it('is issued by an administrator and is one wherever it is shown', async () => {
    const issue =
      'mutation($input: IssueSpecimenInput!) { issueSpecimen(input: $input) { text color svg } }';
    const input = { region: ISSUER };
    const { issueSpecimen } = await ask(`administrator-${ISSUER}`, issue, { input });
    expect(issueSpecimen).toMatchObject({ color: 'GREEN', svg: expect.stringMatching(/^<svg/) });
    expect(await recognized(issueSpecimen.text)).toMatchObject({
      ...{ outcome: 'NOT_RECOGNIZED', tokenStatus: 'SPECIMEN', specimen: true, pass: false },
    });
    const noted =
      'query($region: ID!) { auditEntries(region: $region, first: 5) { nodes { action } } }';
    const { auditEntries } = await ask(`auditor-${ISSUER}`, noted, { region: ISSUER });
    expect(auditEntries.nodes).toContainEqual({ action: 'SPECIMEN_ISSUED' });
  });
});

/** Nobody has rights in the region yet: who has them all around it sees how far it is. */
async function seenWhileMade() {
  const query = `query($region: ID!) { regionStanding(region: $region) {
    region { name } further { id } steps { step state } } }`;
  const seen = async (username: string, region: string) =>
    (await ask(username, query, { region })).regionStanding;
  await until(
    () => seen('administrator-000000', '000000'),
    ({ further }) => further.some(({ id }: { id: string }) => id === NEW),
  );
  const { region, steps } = await seen('administrator-000000', NEW);
  expect(region.name).toBe('广东省');
  expect(steps.map(({ state }: { state: string }) => state)).toEqual([
    ...['DONE', 'NOW', 'WAITING', 'WAITING', 'WAITING', 'WAITING'],
  ]);
  await expect(seen(`administrator-${ISSUER}`, NEW)).rejects.toThrow('REGION_OUT_OF_SCOPE');
}

describe('a region that joins', () => {
  const env = () => ({ TONGMA_DATA: data });
  const region = (name: string, ...more: string[]) => [
    ...['region', name, '--region', NEW, ...more],
  ];

  it('is made, listed and published, and its specimen known by its name', async () => {
    await runTongma(region('init', '--name-en', 'Guangdong'), env());
    const early = runBuilt('cli/main.js', region('join'), env());
    expect(await exitCode(early.child)).toBe(1);
    expect(early.output()).toContain('NOT_DONE  LISTED');

    await seenWhileMade();
    await accepted(await initRegion(place, NEW, {}, new Date()), true);
    await publish(await nextList());
    const joining = runBuilt('cli/main.js', region('join', '--wait', '1', '--json'), env());
    expect(await exitCode(joining.child)).toBe(0); // agreements are made by people, later
    const steps = JSON.parse(joining.output()) as { step: string; state: string }[];
    expect(Object.fromEntries(steps.map(({ step, state }) => [step, state]))).toEqual({
      ...{ LISTED: 'PASSED', POLICY: 'PASSED', REGISTRATION: 'PASSED', AGREEMENTS: 'NOT_DONE' },
    });
    const specimen = (await runTongma(region('specimen'), env())).trim();
    expect(
      await until(
        () => recognized(specimen),
        ({ issuer }) => issuer !== null,
      ),
    ).toMatchObject({
      ...{ tokenStatus: 'SPECIMEN', issuer: { id: NEW, name: 'Guangdong' } },
    });
  });

  it('is checked: what is missing is said', async () => {
    const checked = JSON.parse(await runTongma(region('check', '--json'), env())) as {
      check: string;
      state: string;
    }[];
    const states = Object.fromEntries(checked.map(({ check, state }) => [check, state]));
    expect(states).toMatchObject({
      ...{ database: 'RIGHT', clock: 'RIGHT', policy: 'RIGHT', 'listed paper': 'RIGHT' },
      ...{ endpoint: 'SOON', 'agreements: codes taken here': 'SOON' },
    });
  });

  it('is rehearsed with another gateway, and the report is kept and says what was not done', async () => {
    const peer = ['--peer-data', data, '--peer-region', RECEIVER, '--json'];
    const report = JSON.parse(await runTongma(region('rehearse', ...peer), env())) as {
      steps: { step: string; state: string }[];
      joinedAfter: number;
    };
    const states = Object.fromEntries(report.steps.map(({ step, state }) => [step, state]));
    expect(states).toEqual({
      ...{ SPECIMEN_ISSUED: 'PASSED', SPECIMEN_KNOWN_HERE: 'PASSED', KNOWN_THERE: 'PASSED' },
      ...{ THEIRS_KNOWN_HERE: 'NOT_DONE', KEY_ROLLED: 'PASSED', ROLLBACK_REFUSED: 'PASSED' },
      ...{ WITHDRAWN_KEY_REFUSED: 'PASSED', WITHDRAWN_CODE_REFUSED: 'PASSED' },
      COLOR_CHANGE_SEEN_OFFLINE: 'PASSED',
    });
    expect(report.joinedAfter).toBeGreaterThan(0);
    const query = `query($region: ID!) { regionStanding(region: $region) {
      joinedAfterSeconds rehearsal { steps { step state } } } }`;
    const { regionStanding } = await ask('administrator-000000', query, { region: NEW });
    expect(regionStanding.joinedAfterSeconds).toBe(Math.round(report.joinedAfter / 1_000));
    expect(regionStanding.rehearsal.steps).toHaveLength(report.steps.length);
  });
});
