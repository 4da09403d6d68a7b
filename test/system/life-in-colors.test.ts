import { afterAll, describe, expect, it } from 'vitest';
import { aBulletin, shanghaiHour, upload } from '../../subgraphs/travel-history/bulletin-fakes.ts';
import { ask, until } from './support/client.ts';
import { codeIs, codeOf, declared, registered } from './support/people.ts';

// Nobody's code but that of this story's people depends on stays here: its rules change.
const REGION = '510100';
const DIVISION = '510104';
const COMMUNITY = '样例小区甲';
const HIGH = { province: '四川省', city: '成都市', county: '锦江区', communitys: [COMMUNITY] };
const AUTHOR = `policy-author-${REGION}`;
const APPROVER = `policy-approver-${REGION}`;
const REASON = 'a story about a life in colors';

const RULE = `id version color condition { kind days level place terms }
  exit { kind n unit count hoursApart fromDay of { kind n unit count hoursApart fromDay } }
  zhHans: text(language: ZH_HANS) zhHant: text(language: ZH_HANT) en: text(language: EN)`;
const RULES = `query($region: ID!) { nationalPolicies { id rules { ${RULE} } }
  policies(region: $region, first: 20) { nodes { version state rules { ${RULE} } } } }`;
const PROPOSE =
  'mutation($input: ProposePolicyInput!) { proposePolicy(input: $input) { id dryRun { name count } } }';
const WITHDRAW = 'mutation($input: WithdrawPolicyInput!) { withdrawPolicy(input: $input) { id } }';
const APPROVE = 'mutation($id: ID!) { approveCodesProposal(id: $id) { state } }';
const IMPORT =
  'mutation($input: ImportBulletinInput!) { importBulletin(input: $input) { state raised } }';
const STAY = 'mutation($input: DeclareStayInput!) { declareStay(input: $input) { id } }';
const TEST = 'mutation($input: RecordTestResultInput!) { recordTestResult(input: $input) { id } }';
const CHECK_IN = 'mutation($input: CheckInInput!) { checkIn(input: $input) { id } }';
const STEPS = `query($id: ID!) { resident(id: $id) { code { standing {
  nextSteps { kind remaining thenAt thenColor } } } } }`;

const HOUR_MS = 3_600_000;
const before = (ms: number) => new Date(Date.now() - ms);

type Rule = Readonly<Record<string, unknown>> & { readonly id: string };

/** A rule as it is read, as it can be proposed. */
function asInput({ zhHans, zhHant, en, ...rule }: Rule): Rule {
  return { ...rule, id: rule.id, text: { zhHans, zhHant, en } };
}

async function rulesNow() {
  const { policies, nationalPolicies } = await ask(AUTHOR, RULES, { region: REGION });
  const versions = policies.nodes as { version: number; state: string; rules: Rule[] }[];
  const inForce = versions.find(({ state }) => state === 'IN_FORCE')!;
  const editions = nationalPolicies as { id: string; rules: Rule[] }[];
  return { inForce: { ...inForce, rules: inForce.rules.map(asInput) }, editions };
}

const published: number[] = [];

/** Publishes rules at once, by two people. */
async function publish(rules: readonly Rule[]): Promise<number> {
  const input = { region: REGION, validFrom: new Date().toISOString(), reason: REASON, rules };
  const { id } = (await ask(AUTHOR, PROPOSE, { input })).proposePolicy;
  await ask(APPROVER, APPROVE, { id });
  const { version } = (await rulesNow()).inForce;
  published.push(version);
  return version;
}

async function withdraw(version: number): Promise<void> {
  const input = { region: REGION, version, reason: REASON };
  const { id } = (await ask(AUTHOR, WITHDRAW, { input })).withdrawPolicy;
  await ask(APPROVER, APPROVE, { id });
}

afterAll(async () => {
  for (const version of published.splice(0).reverse()) await withdraw(version);
});

/** A person who left the community a while ago, and is green. */
async function wasThere(leftAt: Date | null): Promise<string> {
  const residentId = await registered(REGION, DIVISION);
  const where = { residentId, division: DIVISION, community: COMMUNITY };
  const arrivedAt = before(72 * HOUR_MS).toISOString();
  const input = { ...where, arrivedAt, leftAt: leftAt?.toISOString() ?? null };
  await ask(`desk-${REGION}`, STAY, { input });
  await declared(REGION, residentId);
  await codeIs(REGION, residentId, 'ACTIVE', 'GREEN');
  return residentId;
}

const STAY_24H: Rule = {
  ...{ id: 'HIGH-STAY-24H', version: 1, color: 'RED' },
  condition: { kind: 'RISK_AREA_STAY', level: 'HIGH', days: 7 },
  exit: {
    kind: 'ALL',
    of: [
      { kind: 'AFTER', n: 24, unit: 'HOUR' },
      { kind: 'NOT_DETECTED_RESULTS', count: 2, hoursApart: 6, fromDay: 0 },
      { kind: 'NORMAL_CHECK_INS', count: 1 },
    ],
  },
  text: { zhHans: '高风险区停留', zhHant: '高風險區停留', en: 'A stay in a high-risk area.' },
};

/** What each edition says of a stay in a high-risk area. Source: DESIGN.md §5, Seeds. */
const ANSWERS = [
  ['EIGHTH-EDITION', 'RED'],
  ['NINTH-EDITION', 'RED'],
  ['TWENTY-MEASURES', 'YELLOW'],
  ['NEW-TEN-MEASURES', 'GREEN'],
] as const;

describe('a life in colors', () => {
  it('is green, red by a later bulletin, and green again at the exact instant', async () => {
    const { rules } = (await rulesNow()).inForce;
    const green = new Date(Date.now() + 60_000);
    const residentId = await wasThere(new Date(green.getTime() - 24 * HOUR_MS));
    const version = await publish([...rules, STAY_24H]);
    await codeIs(REGION, residentId, 'ACTIVE', 'GREEN');

    const content = upload(aBulletin(shanghaiHour(before(36 * HOUR_MS)), { high: [HIGH] }));
    const bulletin = (await ask('policy-author-000000', IMPORT, { input: { content } }))
      .importBulletin;
    expect(bulletin).toEqual({ state: 'ACCEPTED', raised: 1 });
    const red = await codeIs(REGION, residentId, 'ACTIVE', 'RED');
    expect(red.policyVersion).toBe(version);
    expect(red.decisions.nodes[0].reasons).toMatchObject([
      { ruleId: 'HIGH-STAY-24H', reasonClass: 'RISK_AREA', evidence: [{ source: 'SELF' }] },
    ]);

    for (const hours of [12, 2]) {
      const sample = { residentId, result: 'NOT_DETECTED', laboratory: `LAB-${REGION}` };
      const input = { ...sample, sampleCollectedAt: before(hours * HOUR_MS).toISOString() };
      await ask(`laboratory-${REGION}`, TEST, { input });
    }
    await ask(`desk-${REGION}`, CHECK_IN, { input: { residentId, symptoms: [] } });
    const waiting = await until(
      async () => {
        const { resident } = await ask(`case-officer-${REGION}`, STEPS, { id: residentId });
        return resident.code.standing?.nextSteps ?? [];
      },
      (steps) => steps.length === 1,
    );
    expect(waiting).toMatchObject([{ kind: 'WAIT', thenColor: 'GREEN' }]);
    expect(new Date(waiting[0].thenAt)).toEqual(green);
    expect((await codeOf(REGION, residentId)).color).toBe('RED');

    const code = await until(
      () => codeOf(REGION, residentId),
      ({ color }) => color === 'GREEN',
      90_000,
    );
    const decidedAt = new Date(code.decidedAt).getTime();
    expect(decidedAt).toBeGreaterThanOrEqual(green.getTime());
    expect(decidedAt).toBeLessThan(green.getTime() + 10_000);
    published.pop();
    await withdraw(version);
  }, 240_000);

  it('gets of each national edition the answer it gives', async () => {
    const residentId = await wasThere(null);
    const { editions } = await rulesNow();
    for (const [edition, color] of ANSWERS) {
      const rules = editions.find(({ id }) => id === edition)!.rules.map(asInput);
      await publish(rules);
      const code = await codeIs(REGION, residentId, 'ACTIVE', color);
      const classes = code.decisions.nodes[0].reasons.map(
        ({ reasonClass }: { reasonClass: string }) => reasonClass,
      );
      expect([edition, classes]).toEqual([edition, color === 'GREEN' ? [] : ['RISK_AREA']]);
    }
  }, 240_000);
});
