import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initAuthority } from '../../cli/trust/authority.ts';
import { regionPaths } from '../../cli/region/region-folder.ts';
import { publishList } from '../../cli/trust/publish-list.ts';
import { until } from './support/client.ts';
import { runTongma } from './support/parts.ts';
import { somebody } from './support/people.ts';
import { finish, temporaryFolder } from './support/process.ts';
import {
  aSide,
  ask,
  LIVED_MS,
  nextList,
  recognized,
  started,
  type Side,
  type UnstartedSide,
} from './support/stacks.ts';

// Two Tongma run, each with regions of its own. A third region joins one of them by commands alone, as a
// script would run them, and its codes are recognized in the other.
const THERE = '510000';
const NEW = '440000';
const JOINED_WITHIN_MS = 300_000;
const OFFICIALS = ['--as', 'officer-one', '--approve-as', 'officer-two'];
const THEIR_OFFICIALS = [
  ...['--as', `agreement-officer-${THERE}`, '--approve-as', 'agreement-officer-000000'],
];

interface Report {
  readonly steps: readonly { readonly step: string; readonly state: string }[];
  readonly joinedAfter: number;
}

let authority: string;
let shares: readonly string[];
let there: Side;
let here: Side;
const running: Side[] = [];

const tongma = ({ place }: Side, ...args: string[]) => runTongma(args, { TONGMA_DATA: place.root });
const inAuthority = (...args: string[]) =>
  runTongma(['trust', ...args, '--authority', authority], {});

/** Widens what an account of the demo may do to the new region, as an administrator does. */
async function grant(id: string) {
  const find = 'query($id: ID!) { account(id: $id) { version role agency } }';
  const { account } = await ask(here, 'administrator-000000', find, { id });
  const change = 'mutation($input: ChangeAccountInput!) { changeAccount(input: $input) { id } }';
  const { version, role, agency } = account;
  const input = { id, version, role, agency, grants: [NEW] };
  await ask(here, 'administrator-000000', change, { input });
}

/** A new person of the new region with a green code; the text of it. */
async function firstCode(): Promise<string> {
  const [desk, reviewer] = ['desk-330000', 'reviewer-330000'];
  await grant(desk);
  await grant(reviewer);
  const register =
    'mutation($input: RegisterResidentInput!) { registerResident(input: $input) { id } }';
  const { id } = (await ask(here, desk, register, { input: somebody('440100') })).registerResident;
  const review =
    'mutation($input: ReviewRegistrationInput!) { reviewRegistration(input: $input) { state } }';
  await ask(here, reviewer, review, { input: { residentId: id, decision: 'APPROVE' } });
  const declare = 'mutation($input: DeclareHealthInput!) { declareHealth(input: $input) { id } }';
  const health = { residentId: id, symptoms: [] };
  const { declareHealth } = await ask(here, desk, declare, { input: health });
  const agree =
    'mutation($input: ReviewDeclarationInput!) { reviewDeclaration(input: $input) { state } }';
  const declarationId = declareHealth.id;
  await ask(here, reviewer, agree, { input: { declarationId, decision: 'APPROVE' } });
  const query = 'query($id: ID!) { resident(id: $id) { code { color } } }';
  await until(
    () => ask(here, reviewer, query, { id }),
    ({ resident }) => resident.code?.color === 'GREEN',
    LIVED_MS,
  );
  const issue = 'mutation($input: IssueCodeInput!) { issueCode(input: $input) { text } }';
  const input = { residentId: id, kind: 'DYNAMIC' };
  return (await ask(here, desk, issue, { input })).issueCode.text;
}

beforeAll(async () => {
  authority = join(temporaryFolder(), 'authority');
  shares = initAuthority(authority, { roots: 3, threshold: 2, environment: 'demo' });
  const sides = [
    await aSide(authority, [THERE, '510100']),
    await aSide(authority, ['330000']),
  ] as const;
  await nextList(authority, shares); // the first version is taken: by the list of the demo's own roots
  const list = await nextList(authority, shares);
  for (const { place } of sides) await publishList({}, place, list, new Date());
  const start = async (side: UnstartedSide) => {
    const one = await started(side);
    running.push(one);
    return one;
  };
  [there, here] = await Promise.all([start(sides[0]), start(sides[1])]);
}, 400_000);

afterAll(async () => {
  await Promise.all(running.map((side) => finish(side.tongma)));
  rmSync(join(authority, '..'), { recursive: true });
});

describe('a third region', () => {
  it('is made, listed and published by commands', async () => {
    const endpoint = `http://127.0.0.1:${here.port}`;
    await tongma(here, 'region', 'init', '--region', NEW, '--endpoint', endpoint);
    const paths = regionPaths(here.place, NEW);
    await inAuthority('enroll', paths.enrollmentFile);
    await inAuthority('accept', paths.uploadFile);
    const draft = JSON.parse(await inAuthority('draft', '--json')) as {
      file: string;
      version: number;
      digest: string;
    };
    for (const root of shares.slice(1)) {
      await inAuthority('sign', draft.file, '--root', root, '--digest', draft.digest);
    }
    const number = String(draft.version).padStart(6, '0');
    const list = join(authority, 'lists', `trust-list-${number}.cbor`);
    await tongma(here, 'trust', 'publish', list); // the other one fetches it
    const steps = await tongma(here, 'region', 'join', '--region', NEW, '--wait', '1');
    expect(steps).toMatch(/PASSED +LISTED/);
  }, 200_000);

  it('agrees with another one both ways, by two officials of each', async () => {
    const official = ['region', 'official', '--region', NEW, '--role', 'AGREEMENT_OFFICER'];
    const entered = ['--as', 'administrator-000000', '--agency', 'commission-440000'];
    await tongma(here, ...official, 'officer-one', ...entered, '--agency-name', '样例委员会');
    await tongma(here, ...official, 'officer-two', ...entered);
    const joining = ['region', 'join', '--region', NEW, '--agree-with', THERE];
    const joined = await tongma(here, ...joining, ...OFFICIALS);
    expect(joined).toMatch(/PASSED +AGREEMENTS .*510000 OFFERED/);
    const offer = ['agreement', 'offer', '--region', THERE, '--with', NEW];
    expect(await tongma(there, ...offer, ...THEIR_OFFICIALS)).toContain('OFFERED');
    const wait = ['--wait', '60'];
    const taken = ['agreement', 'accept', '--region', THERE, '--with', NEW, ...wait];
    expect(await tongma(there, ...taken, ...THEIR_OFFICIALS)).toContain(`${NEW}-${THERE}-1`);
    const accepted = ['agreement', 'accept', '--region', NEW, '--with', THERE, ...wait];
    expect(await tongma(here, ...accepted, ...OFFICIALS)).toContain(`${THERE}-${NEW}-1`);
  }, 300_000);

  it('is rehearsed with it, and joined within five minutes', async () => {
    const peer = ['--peer-data', there.place.root, '--peer-region', THERE];
    const rehearse = ['region', 'rehearse', '--region', NEW, ...peer, '--json'];
    const report = JSON.parse(await tongma(here, ...rehearse)) as Report;
    const states = Object.fromEntries(report.steps.map(({ step, state }) => [step, state]));
    expect(states).toMatchObject({
      ...{ KNOWN_THERE: 'PASSED', KEY_ROLLED: 'PASSED', ROLLBACK_REFUSED: 'PASSED' },
      ...{ COLOR_CHANGE_SEEN_OFFLINE: 'PASSED', WITHDRAWN_CODE_REFUSED: 'PASSED' },
    });
    console.log(`third region: joined ${Math.round(report.joinedAfter / 1_000)} s after init`);
    expect(report.joinedAfter).toBeLessThan(JOINED_WITHIN_MS);
  });

  it('has its first code recognized there', async () => {
    const text = await firstCode();
    const verdict = await until(
      () => recognized(there, text, THERE),
      ({ outcome }) => outcome === 'RECOGNIZED',
      LIVED_MS,
    );
    expect(verdict).toMatchObject({ pass: true, color: 'GREEN', issuer: { id: NEW } });
  }, 300_000);
});
