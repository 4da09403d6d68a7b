import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reachDatabase } from '../../cli/all-in-one/reach-database.ts';
import { initAuthority } from '../../cli/trust/authority.ts';
import { publishList } from '../../cli/trust/publish-list.ts';
import { basePolicy, codesPublisher } from '../../subgraphs/codes/publish.ts';
import { until } from './support/client.ts';
import { somebody } from './support/people.ts';
import { exitCode, finish, temporaryFolder } from './support/process.ts';
import {
  aSide,
  ask,
  LIVED_MS,
  nextList,
  recognized,
  started,
  type Side,
} from './support/stacks.ts';

// Two whole Tongma, each with a database of its own and the keys of its own regions alone: codes of
// one are recognized in the other by the lists that they fetch from each other.
const EAST = ['000000', '330000', '330100'];
const WEST = ['510000', '510100'];
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

let authority: string;
let shares: readonly string[];
let east: Side;
let west: Side;
/** A green code of the east. */
let green: string;

/** Takes out of a side's database whatever it has of codes of the other side's regions. */
async function forget({ place }: Side, regions: readonly string[]): Promise<void> {
  const { superuserUrl, leave } = await reachDatabase(place.root);
  const client = new Client({ connectionString: superuserUrl.replace(/postgres$/, 'tongma') });
  await client.connect();
  try {
    await client.query('delete from codes.code_token where region = any($1)', [regions]);
    await client.query('delete from codes.health_code where region = any($1)', [regions]);
  } finally {
    await client.end();
    await leave();
  }
}

/** A policy by which a status holds for one minute. */
async function shortPolicy({ place }: Side, region: string): Promise<void> {
  const { urls, leave } = await reachDatabase(place.root);
  const publisher = await codesPublisher(urls.tongma_codes);
  try {
    await publisher.policy({ ...basePolicy(region, 2, new Date()), statusMaxAgeMinutes: 1 });
  } finally {
    await publisher.close();
    await leave();
  }
}

const codeOf = ({ facts }: Side, region: string, color: string, kind = 'DYNAMIC') =>
  facts.codes.find((code) => code.region === region && code.color === color && code.kind === kind)!
    .text;

const AT_DESK = { documentSeen: true, consent: 'SPOKEN' };
const FETCH =
  'mutation($input: FetchConversionInput!) { fetchConversion(input: $input) { issuer receiver } }';
const IMPORT =
  'mutation($input: ImportRegistrationInput!) { importRegistration(input: $input) { state sourceRegion } }';
let lastOffer: { readonly id: string; readonly text: string };

/** A new person of the east's 330100, offered to 510000. */
async function offered(): Promise<typeof lastOffer> {
  const register =
    'mutation($input: RegisterResidentInput!) { registerResident(input: $input) { id } }';
  const person = { input: { ...somebody('330106'), desk: AT_DESK } };
  const { registerResident } = await ask(east, 'desk-330100', register, person);
  const offer =
    'mutation($input: OfferConversionInput!) { offerConversion(input: $input) { id text } }';
  const input = { residentId: registerResident.id, receiver: '510000', desk: AT_DESK };
  lastOffer = (await ask(east, 'desk-330100', offer, { input })).offerConversion;
  return lastOffer;
}

/** Two people of the east, none of those whom the demo shows, whose codes are green, each with a code on paper. */
async function greenPeople() {
  const query =
    'query($region: ID!) { registrations(region: $region, state: REGISTERED, first: 50) { nodes { id code { id color } } } }';
  const { registrations } = await ask(east, 'reviewer-330000', query, { region: '330000' });
  const nodes = registrations.nodes as { id: string; code: { id: string; color: string } | null }[];
  const found = nodes.flatMap(({ id, code }) =>
    code?.color === 'GREEN' ? [{ id, codeId: code.id }] : [],
  );
  const issue = 'mutation($input: IssueCodeInput!) { issueCode(input: $input) { text } }';
  const [first, second] = await Promise.all(
    found.slice(-2).map(async (person) => {
      const input = { residentId: person.id, kind: 'PAPER' };
      const { issueCode } = await ask(east, 'desk-330000', issue, { input });
      return { ...person, text: issueCode.text as string };
    }),
  );
  if (!first || !second) throw new Error('The demo has no two green people.');
  return [first, second] as const;
}

beforeAll(async () => {
  authority = join(temporaryFolder(), 'authority');
  shares = initAuthority(authority, { roots: 3, threshold: 2, environment: 'demo' });
  const sides = [await aSide(authority, EAST), await aSide(authority, WEST)] as const;
  await nextList(authority, shares); // the first version is taken: by the list of the demo's own roots
  const list = await nextList(authority, shares);
  for (const { place } of sides) await publishList({}, place, list, new Date());
  [east, west] = await Promise.all([started(sides[0]), started(sides[1])]);
  await Promise.all([forget(east, WEST), forget(west, EAST)]);
  green = codeOf(east, '330000', 'GREEN');
}, 400_000);

afterAll(async () => {
  await Promise.all([finish(east.tongma), finish(west.tongma)]);
  rmSync(join(authority, '..'), { recursive: true });
});

const atWest = (text = green, region = '510000') => recognized(west, text, region);

describe('two stacks', () => {
  it('recognize each other’s codes by lists', async () => {
    const verdict = await until(atWest, ({ outcome }) => outcome === 'RECOGNIZED', LIVED_MS);
    expect(verdict).toMatchObject({ pass: true, color: 'GREEN', issuer: { id: '330000' } });
    expect(verdict.basis).toMatchObject({ mode: 'ONLINE', trustListVersion: 2 });
    const yellow = await atWest(codeOf(east, '330000', 'YELLOW'));
    expect(yellow).toMatchObject({ outcome: 'RECOGNIZED', color: 'YELLOW', pass: false });
    const back = codeOf(west, '510000', 'GREEN');
    await until(
      () => recognized(east, back, '330000'),
      ({ pass }) => pass,
      LIVED_MS,
    );
  });

  it('play all three modes', async () => {
    const converted = await atWest(codeOf(east, '330100', 'GREEN'));
    expect(converted).toMatchObject({
      outcome: 'CROSS_CHECK',
      reasons: [{ ruleId: 'CONVERT' }, {}],
    });
    const theirs = codeOf(west, '510100', 'GREEN');
    const shared = await until(
      () => recognized(east, theirs, '330000'),
      ({ outcome }) => outcome !== 'CROSS_CHECK',
      LIVED_MS,
    );
    expect(shared).toMatchObject({ outcome: 'RECOGNIZED', color: 'GREEN' });
    const none = await recognized(west, codeOf(east, '330100', 'GREEN'), '510100');
    expect(none.outcome).toBe('NOT_RECOGNIZED');
  });

  it('judge a condition by the days that the other shares', async () => {
    const yellow = codeOf(west, '510000', 'YELLOW');
    const { reasons } = await until(
      () => recognized(east, yellow, '330000'),
      ({ outcome }) => outcome !== 'CROSS_CHECK',
      LIVED_MS,
    );
    expect(
      reasons.find(({ ruleId }: { ruleId: string }) => ruleId === 'NEGATIVE-48H'),
    ).toBeTruthy();
  });

  it('convert a registration of one for the other by a signed request, which nobody there reads', async () => {
    const { id, text } = await offered();
    const take = { input: { offerId: id, receiver: '510000' } };
    expect(await ask(west, 'desk-510000', FETCH, take)).toMatchObject({
      fetchConversion: { issuer: '330100', receiver: '510000' },
    });
    const input = { text, division: '510703', desk: AT_DESK };
    const { importRegistration } = await ask(west, 'desk-510000', IMPORT, { input });
    expect(importRegistration).toMatchObject({ state: 'REGISTERED', sourceRegion: '330100' });
    const { secret } = /\.(?<secret>\w+)$/.exec(text)!.groups!;
    for (const { tongma } of [east, west]) expect(tongma.output()).not.toContain(secret);
    const other = `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`;
    const wrong = { input: { offerId: other, receiver: '510000' } };
    await expect(ask(west, 'desk-510000', FETCH, wrong)).rejects.toThrow('NOT_FOUND');
  });

  it('see there that a code turned red, and that one was withdrawn', async () => {
    const [first, second] = await greenPeople();
    for (const { text } of [first, second]) {
      await until(
        () => atWest(text),
        ({ pass }) => pass,
        LIVED_MS,
      );
    }
    const record =
      'mutation($input: RecordTestResultInput!) { recordTestResult(input: $input) { id } }';
    const result = {
      residentId: first.id,
      result: 'DETECTED',
      sampleCollectedAt: ago(1),
      laboratory: 'LAB',
    };
    await ask(east, 'laboratory-330000', record, { input: result });
    const withdraw = 'mutation($input: WithdrawCodeInput!) { withdrawCode(input: $input) { id } }';
    const why = { codeId: second.codeId, reason: 'paper was lost' };
    await ask(east, 'case-officer-330000', withdraw, { input: why });
    const red = await until(
      () => atWest(first.text),
      ({ color }) => color === 'RED',
      LIVED_MS,
    );
    expect(red).toMatchObject({ outcome: 'RECOGNIZED', pass: false });
    const gone = await until(
      () => atWest(second.text),
      ({ tokenStatus }) => tokenStatus !== 'VERIFIED',
      LIVED_MS,
    );
    expect(gone).toMatchObject({ outcome: 'NOT_RECOGNIZED', tokenStatus: 'WITHDRAWN' });
  });

  it('go by a trust list that only one of them was given', async () => {
    await publishList({}, east.place, await nextList(authority, shares), new Date());
    await until(atWest, ({ basis }) => basis.trustListVersion === 3, LIVED_MS);
    expect(await atWest()).toMatchObject({ pass: true });
  });

  it('go on without each other until a status is too old, and come back by themselves', async () => {
    await shortPolicy(west, '510000');
    await until(atWest, ({ basis }) => basis.policyVersion === 2, LIVED_MS);
    expect(await atWest()).toMatchObject({ pass: true });
    east.tongma.child.kill('SIGTERM');
    await exitCode(east.tongma.child);
    expect(await atWest()).toMatchObject({ outcome: 'RECOGNIZED', pass: true });
    const take = { input: { offerId: lastOffer.id, receiver: '510000' } };
    await expect(ask(west, 'desk-510000', FETCH, take)).rejects.toThrow('UPSTREAM_TIMEOUT');
    const late = await until(atWest, ({ outcome }) => outcome !== 'RECOGNIZED', 100_000);
    expect(late).toMatchObject({
      outcome: 'STALE',
      pass: false,
      reasons: [{ ruleId: 'FRESHNESS' }],
    });
    east = await started(east);
    await until(atWest, ({ outcome }) => outcome === 'RECOGNIZED', LIVED_MS);
  }, 300_000);
});
