import { describe, expect, it } from 'vitest';
import { ask, demo, send, tokenOf, until } from './support/client.ts';
import { codeIs, codeOf, declared, registered } from './support/people.ts';

// A region in which no other story decides codes: its rules change here.
const REGION = '510100';
const DIVISION = '510104';
const AUTHOR = `policy-author-${REGION}`;
const APPROVER = `policy-approver-${REGION}`;

const RULES = `query($region: ID!) {
  policies(region: $region, first: 1) { nodes { version state rules {
    id version color condition { kind days level place terms } exit { kind n unit count hoursApart fromDay }
    zhHans: text(language: ZH_HANS) zhHant: text(language: ZH_HANT) en: text(language: EN) } } }
  nationalPolicies { id name(language: EN) validFromOn rules { id color condition { kind days level } } } }`;
const PROPOSE = `mutation($input: ProposePolicyInput!) { proposePolicy(input: $input) {
  id kind about state dryRun { name count } allowedActions { action allowed reasonCode } } }`;
const WITHDRAW = `mutation($input: WithdrawPolicyInput!) { withdrawPolicy(input: $input) {
  id dryRun { name count } } }`;
const APPROVE = 'mutation($id: ID!) { approveCodesProposal(id: $id) { state } }';
const DRAFT = 'query($id: ID!) { policyDraft(id: $id) { region validFrom rules { id color } } }';
const FAULTS = 'query($input: PolicyInput!) { policyFaults(input: $input) { kind path message } }';
const RUNS = `query($region: ID!) { reevaluations(region: $region, first: 1) {
  nodes { reason state changed total } } }`;

type Input = Readonly<Record<string, unknown>>;

/** The newest version's rules, as they can be proposed again. */
async function newest() {
  const { policies } = await ask(AUTHOR, RULES, { region: REGION });
  const { version, state, rules } = policies.nodes[0];
  const again = rules.map(({ zhHans, zhHant, en, ...rule }: Record<string, unknown>) => ({
    ...{ ...rule, text: { zhHans, zhHant, en } },
  }));
  return { version: version as number, state: state as string, rules: again as Input[] };
}

const HEADACHE: Input = {
  ...{ id: 'HEADACHE-7D', version: 1, color: 'YELLOW' },
  condition: { kind: 'SYMPTOM', terms: ['HEADACHE'], days: 7 },
  exit: { kind: 'NORMAL_CHECK_INS', count: 3 },
  text: { zhHans: '头痛', zhHant: '頭痛', en: 'A headache within 7 days.' },
};

async function input(more: Input = {}): Promise<Input> {
  const rules = (await newest()).rules.filter(({ id }) => id !== 'HEADACHE-7D');
  const validFrom = new Date().toISOString();
  const reason = 'a story about policies';
  return { region: REGION, validFrom, reason, rules: [...rules, HEADACHE], ...more };
}

/** As somebody who may be refused. */
async function tried(username: string, query: string, variables: object) {
  const facts = demo();
  return send(facts.gatewayUrl, await tokenOf(username, facts), query, variables);
}

async function patient(): Promise<string> {
  const residentId = await registered(REGION, DIVISION);
  await declared(REGION, residentId, ['HEADACHE']);
  await codeIs(REGION, residentId, 'ACTIVE', 'GREEN');
  return residentId;
}

const counts = (dryRun: { name: string; count: number }[]) =>
  Object.fromEntries(dryRun.map(({ name, count }) => [name, count]));

/** The latest re-evaluation of the region, done. */
async function reevaluated(reason: string) {
  const read = () => ask(APPROVER, RUNS, { region: REGION });
  const { reevaluations } = await until(
    read,
    ({ reevaluations: { nodes } }) => nodes[0]?.reason === reason && nodes[0].state === 'DONE',
  );
  return reevaluations.nodes[0];
}

describe('a policy', () => {
  it('is tried, approved by another, decides codes, and is withdrawn at once', async () => {
    const residentId = await patient();
    const before = await newest();
    const proposal = (await ask(AUTHOR, PROPOSE, { input: await input() })).proposePolicy;
    expect(proposal).toMatchObject({ kind: 'POLICY', state: 'WAITING' });
    const foretold = counts(proposal.dryRun);
    expect(foretold['greenToYellow']).toBeGreaterThan(0);
    expect(foretold['greenToYellow:HEADACHE-7D']).toBe(foretold['greenToYellow']);
    expect((await ask(APPROVER, DRAFT, { id: proposal.about })).policyDraft).toMatchObject({
      ...{
        region: REGION,
        rules: expect.arrayContaining([{ id: 'HEADACHE-7D', color: 'YELLOW' }]),
      },
    });
    const own = await tried(AUTHOR, APPROVE, { id: proposal.id });
    expect(own.errors?.[0]?.extensions['code']).toBe('SCOPE_MISSING');
    await codeIs(REGION, residentId, 'ACTIVE', 'GREEN');

    await ask(APPROVER, APPROVE, { id: proposal.id });
    const code = await codeIs(REGION, residentId, 'ACTIVE', 'YELLOW');
    expect(code.policyVersion).toBe(before.version + 1);
    expect(code.decisions.nodes[0].reasons).toMatchObject([
      { ruleId: 'HEADACHE-7D', reasonClass: 'SYMPTOM' },
    ]);
    expect(await newest()).toMatchObject({ version: before.version + 1, state: 'IN_FORCE' });
    // A dry run equals the publication.
    expect((await reevaluated('POLICY_PUBLISHED')).changed).toBe(foretold['changed']);

    const taken = { region: REGION, version: before.version + 1, reason: 'a story about policies' };
    const withdrawal = (await ask(AUTHOR, WITHDRAW, { input: taken })).withdrawPolicy;
    expect(counts(withdrawal.dryRun)['yellowToGreen:HEADACHE-7D']).toBe(foretold['greenToYellow']);
    await ask(APPROVER, APPROVE, { id: withdrawal.id });
    await codeIs(REGION, residentId, 'ACTIVE', 'GREEN');
    expect(await newest()).toMatchObject({ version: before.version + 1, state: 'WITHDRAWN' });
    const again = await tried(AUTHOR, WITHDRAW, { input: taken });
    expect(again.errors?.[0]?.extensions['code']).toBe('ILLEGAL_TRANSITION');
  });

  it('takes effect at its time', async () => {
    const residentId = await patient();
    const validFrom = new Date(Date.now() + 15_000);
    const proposal = (await ask(AUTHOR, PROPOSE, { input: await input({ validFrom }) }))
      .proposePolicy;
    await ask(APPROVER, APPROVE, { id: proposal.id });
    const { version, state } = await newest();
    expect(state).toBe('SCHEDULED');
    await codeIs(REGION, residentId, 'ACTIVE', 'GREEN');
    const code = await until(
      () => codeOf(REGION, residentId),
      ({ color }) => color === 'YELLOW',
      30_000,
    );
    expect(new Date(code.decidedAt).getTime()).toBeGreaterThanOrEqual(validFrom.getTime());
    expect(new Date(code.decidedAt).getTime()).toBeLessThan(validFrom.getTime() + 4_000);
    const taken = { region: REGION, version, reason: 'a story about policies' };
    const withdrawal = (await ask(AUTHOR, WITHDRAW, { input: taken })).withdrawPolicy;
    await ask(APPROVER, APPROVE, { id: withdrawal.id });
    await codeIs(REGION, residentId, 'ACTIVE', 'GREEN');
  });

  it('with a fault is refused with the place and the reason', async () => {
    const bad = { ...HEADACHE, exit: { kind: 'AFTER', n: 0, unit: 'HOUR' } };
    const { reason, ...policy } = await input();
    const rules = [...(await newest()).rules, bad, bad];
    const last = rules.length - 1;
    const { policyFaults } = await ask(AUTHOR, FAULTS, { input: { ...policy, rules } });
    expect(policyFaults).toMatchObject([
      { kind: 'SAME_ID', path: expect.stringMatching(/^rules\.\d+\.id$/) },
      { kind: 'SAME_ID', path: `rules.${last}.id` },
      { kind: 'NEVER_HOLDS', path: `rules.${last - 1}.exit` },
      { kind: 'NEVER_HOLDS', path: `rules.${last}.exit` },
    ]);
    const refused = await tried(AUTHOR, PROPOSE, { input: { ...policy, rules, reason } });
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', fields: expect.arrayContaining([`input.rules.${last}.exit`]) },
    });
    const worded = { ...HEADACHE, condition: { kind: 'SYMPTOM', terms: ['张三'], days: 7 } };
    const named = await tried(AUTHOR, PROPOSE, { input: { ...policy, reason, rules: [worded] } });
    expect(named.errors?.[0]?.extensions).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', fields: ['input.rules.0.condition.terms.0'] },
    });
  });

  it('may follow a national edition, which is there to begin with', async () => {
    const { nationalPolicies } = await ask(AUTHOR, RULES, { region: REGION });
    expect(nationalPolicies.map(({ id }: { id: string }) => id)).toEqual([
      ...['EIGHTH-EDITION', 'NINTH-EDITION', 'TWENTY-MEASURES', 'NEW-TEN-MEASURES'],
    ]);
    expect(nationalPolicies[1].rules).toContainEqual({
      ...{ id: 'HIGH-CENTRAL-7D', color: 'RED' },
      condition: { kind: 'RISK_AREA_STAY', days: 7, level: 'HIGH' },
    });
  });

  it('of another region is not to be seen, nor proposed', async () => {
    for (const answer of [
      await tried('policy-author-330000', RULES, { region: REGION }),
      await tried('policy-author-330000', PROPOSE, { input: await input() }),
    ]) {
      expect(answer.errors?.[0]?.extensions['code']).toBe('REGION_OUT_OF_SCOPE');
    }
  });
});
