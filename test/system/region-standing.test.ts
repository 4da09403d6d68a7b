import { describe, expect, it } from 'vitest';
import { ask, demo, send, tokenOf, until } from './support/client.ts';

// Zhejiang, which has gone the whole way but one step in the demo: no other stack knows it.
const REGION = '330000';
const NEIGHBOR = '510000';
const ADMINISTRATOR = `administrator-${REGION}`;
const OFFICER = `agreement-officer-${REGION}`;

const REHEARSAL = 'rehearsal { id endedAt listVersion steps { step state note tookMs } }';
const STANDING = `query($region: ID!) { regionStanding(region: $region) {
  region { id name(language: EN) } trustList { version issuedAt expiresAt digest }
  listed { state endpoint } keys { kid use withdrawn held } policy { version since }
  neighbours { region { id } state takenHere takenThere statedAt age }
  joinedAfterSeconds steps { step state findings { kind about } } ${REHEARSAL} } }`;
const REHEARSE = `mutation($region: ID!, $peerSpecimen: String) {
  rehearseRegion(region: $region, peerSpecimen: $peerSpecimen) { id endedAt } }`;
const SPECIMEN = 'mutation($input: IssueSpecimenInput!) { issueSpecimen(input: $input) { text } }';

const standing = async (username = ADMINISTRATOR) =>
  (await ask(username, STANDING, { region: REGION })).regionStanding;

/** Waits for the report of a self-test: outcomes by step. */
async function reported(id: string): Promise<Record<string, string>> {
  const { rehearsal } = await until(standing, ({ rehearsal: { id: newest, endedAt } }) => {
    expect(newest).toBe(id);
    return endedAt !== null;
  });
  const steps = rehearsal.steps as { step: string; state: string }[];
  return Object.fromEntries(steps.map(({ step, state }) => [step, state]));
}

async function refused(username: string, region: string): Promise<string> {
  const facts = demo();
  const token = await tokenOf(username, facts);
  const answer = await send(facts.gatewayUrl, token, STANDING, { region });
  return String(answer.errors?.[0]?.extensions['code']);
}

describe('where a region stands', () => {
  it('is seen by its administrator and its agreement officer alike', async () => {
    const seen = await standing();
    expect(seen).toMatchObject({
      ...{ region: { id: REGION, name: 'Zhejiang' }, listed: { state: 'ACTIVE' } },
      trustList: { digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(seen.keys.map(({ use }: { use: string }) => use)).toEqual(
      expect.arrayContaining(['dynamic', 'paper', 'status', 'policy', 'specimen']),
    );
    expect(seen.keys.every(({ held }: { held: boolean }) => held)).toBe(true);
    expect(seen.policy.version).toBeGreaterThan(0);
    const neighbor = seen.neighbours.find(
      ({ region }: { region: { id: string } }) => region.id === NEIGHBOR,
    );
    expect(neighbor).toMatchObject({
      ...{ state: 'ACTIVE', takenHere: 'IN_FORCE', takenThere: 'IN_FORCE', age: 'FRESH' },
    });
    const states = seen.steps.map(({ state }: { state: string }) => state);
    expect(states.slice(0, 4)).toEqual(['DONE', 'DONE', 'DONE', 'DONE']);
    const same = await standing(OFFICER);
    expect(same.keys).toEqual(seen.keys);
  });

  it('is not seen from elsewhere', async () => {
    expect(await refused(`administrator-${NEIGHBOR}`, REGION)).toBe('REGION_OUT_OF_SCOPE');
  });
});

describe('a self-test', () => {
  it('is run by a worker once, however often it is asked for, and ends with a report', async () => {
    const asked = await Promise.all([
      ask(ADMINISTRATOR, REHEARSE, { region: REGION }),
      ask(OFFICER, REHEARSE, { region: REGION }),
    ]);
    const [first, second] = asked.map(({ rehearseRegion }) => rehearseRegion.id);
    expect(second).toBe(first);
    expect(await reported(first)).toEqual({
      ...{ SPECIMEN_ISSUED: 'PASSED', SPECIMEN_KNOWN_HERE: 'PASSED', KNOWN_THERE: 'NOT_DONE' },
      ...{ THEIRS_KNOWN_HERE: 'NOT_DONE', KEY_ROLLED: 'PASSED', ROLLBACK_REFUSED: 'PASSED' },
      ...{ WITHDRAWN_KEY_REFUSED: 'PASSED', WITHDRAWN_CODE_REFUSED: 'PASSED' },
      COLOR_CHANGE_SEEN_OFFLINE: 'PASSED',
    });
    const { steps, joinedAfterSeconds } = await standing();
    expect(steps[4]).toEqual({ step: 'SELF_TEST', state: 'DONE', findings: [] });
    expect(steps[5]).toMatchObject({ step: 'RECOGNIZED', state: 'NOW' });
    expect(joinedAfterSeconds).toBeNull();
    const noted =
      'query($region: ID!) { auditEntries(region: $region, first: 20) { nodes { action } } }';
    const { auditEntries } = await ask(`auditor-${REGION}`, noted, { region: REGION });
    expect(auditEntries.nodes).toContainEqual({ action: 'REGION_REHEARSED' });
  });

  it('knows a specimen of another region, and keeps nothing of it but that', async () => {
    const issued = await ask(`administrator-${NEIGHBOR}`, SPECIMEN, {
      input: { region: NEIGHBOR },
    });
    const peerSpecimen = issued.issueSpecimen.text;
    const made = await ask(ADMINISTRATOR, REHEARSE, { region: REGION, peerSpecimen });
    expect(await reported(made.rehearseRegion.id)).toMatchObject({ THEIRS_KNOWN_HERE: 'PASSED' });
    expect(JSON.stringify(await standing())).not.toContain(peerSpecimen);
  });

  it('that fails says which step', async () => {
    const [code] = demo().codes;
    const made = await ask(ADMINISTRATOR, REHEARSE, { region: REGION, peerSpecimen: code!.text });
    expect(await reported(made.rehearseRegion.id)).toMatchObject({ THEIRS_KNOWN_HERE: 'FAILED' });
    const { steps } = await standing();
    expect(steps[4]).toEqual({
      ...{ step: 'SELF_TEST', state: 'ATTENTION' },
      findings: [{ kind: 'REHEARSAL_FAILED', about: 'THEIRS_KNOWN_HERE' }],
    });
  });
});
