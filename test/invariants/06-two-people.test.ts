import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demo, send, type Answer } from '../system/support/client.ts';
import type { Facts } from '../system/support/facts.ts';
import {
  ATTACKERS,
  attacker,
  codeOf,
  prepareAttack,
  sendAs,
  tokenFor,
  type AttackedRegion,
  type Attacker,
} from '../system/support/personas.ts';
import { someTerms } from '../system/support/agreements.ts';
import { aPolicy } from '../system/support/policies.ts';
import { asSuperuser } from '../system/support/superuser.ts';
import { attackAs, attacksOn, writeAs } from './support/attacks.ts';

const attacks = attacksOn('06');
const HOME: AttackedRegion = '330000';
const REASON = 'an attack on two people';
let facts: Readonly<Record<AttackedRegion, Facts>>;

const KINDS = [
  {
    kind: 'Codes',
    persona: 'AGREEMENT_OFFICER',
    right: 'key:withdraw',
    propose:
      'mutation($input: ProposeKeyWithdrawalInput!) { it: proposeKeyWithdrawal(input: $input) { id } }',
    input: () => ({ region: HOME, kid: facts[HOME].kid, reason: REASON }),
  },
  {
    kind: 'Residents',
    persona: 'PRIVACY_OFFICER',
    right: 'data:export',
    propose:
      'mutation($input: ProposeBulkExportInput!) { it: proposeBulkExport(input: $input) { id } }',
    input: () => ({ region: HOME, reason: REASON }),
  },
] as const;
type Kind = (typeof KINDS)[number];

/** Parts with proposals, and the roles that own them. */
const OWNERS = [
  ['codes', 'tongma_codes'],
  ['residents', 'tongma_residents'],
  ['travel_history', 'tongma_travel'],
] as const;

const approval = ({ kind }: Kind) =>
  `mutation($id: ID!) { it: approve${kind}Proposal(id: $id) { state } }`;
const FETCH = 'query($id: ID!) { exportedResidents(proposal: $id, first: 1) { nodes { name } } }';

/** Somebody of the same role whose agency is another one: at the hub above both regions. */
function hub({ persona }: Kind): Attacker {
  const subject = `${persona.toLowerCase().replaceAll('_', '-')}-000000`;
  return { ...attacker(persona, HOME), subject };
}

async function proposed(kind: Kind): Promise<string> {
  const answer = await sendAs(attacker(kind.persona, HOME), kind.propose, { input: kind.input() });
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.it.id;
}

const approve = (kind: Kind, by: Attacker, id: string) => sendAs(by, approval(kind), { id });

/** As somebody who signed in so many minutes ago. */
async function signedInBefore(
  by: Attacker,
  minutes: number,
  query: string,
  variables: object,
): Promise<Answer> {
  const auth_time = Math.floor(Date.now() / 1_000) - minutes * 60;
  const token = await tokenFor(by.subject, { auth_time });
  const headers = by.purpose === null ? {} : { 'tongma-purpose': by.purpose };
  return send(demo().gatewayUrl, token, query, variables, headers);
}

beforeAll(async () => {
  facts = await prepareAttack();
});
afterAll(() => {
  attacks.report();
});

describe.each(KINDS)('$kind: what asks for two people', (kind) => {
  it('is proposed by nobody without the right, and of no other region', async () => {
    for (const one of ATTACKERS.filter(({ persona }) => persona !== kind.persona)) {
      const answer = await sendAs(one, kind.propose, { input: kind.input() });
      attacks.graph(`proposed by ${one.subject}`, answer, ['SCOPE_MISSING']);
    }
    const away = await sendAs(attacker(kind.persona, '510000'), kind.propose, {
      input: kind.input(),
    });
    attacks.graph('proposed from another region', away, ['REGION_OUT_OF_SCOPE']);
    expect(attacks.through()).toEqual([]);
  });

  it('is approved by nobody alone: not the same person, not the same agency, not another region', async () => {
    const id = await proposed(kind);
    const self = attacker(kind.persona, HOME);
    attacks.graph('the same person', await approve(kind, self, id), ['SELF_APPROVAL']);
    const colleague = {
      ...self,
      subject: `${kind.persona.toLowerCase().replaceAll('_', '-')}-${HOME}`,
    };
    attacks.graph('the same agency', await approve(kind, colleague, id), ['SELF_APPROVAL']);
    const away = attacker(kind.persona, '510000');
    attacks.graph('another region', await approve(kind, away, id), ['NOT_FOUND']);
    for (const one of ATTACKERS.filter(({ persona }) => persona !== kind.persona)) {
      // Whoever decides other proposals of the part does not even see those of another region.
      const codes = one.region === HOME ? ['SCOPE_MISSING'] : ['SCOPE_MISSING', 'NOT_FOUND'];
      attacks.graph(`approved by ${one.subject}`, await approve(kind, one, id), codes);
    }
    attacks.graph('no such proposal', await approve(kind, hub(kind), `${HOME}-NONE`), [
      'NOT_FOUND',
    ]);
    const early = await sendAs(self, FETCH, { id });
    const codes = kind.kind === 'Residents' ? ['APPROVAL_REQUIRED'] : ['SCOPE_MISSING'];
    attacks.graph('fetched before', early, codes);
    expect(attacks.through()).toEqual([]);
  });

  it('is done by nobody who signed in more than five minutes ago, or at an unknown time', async () => {
    const id = await proposed(kind);
    const self = attacker(kind.persona, HOME);
    for (const minutes of [6, 60, -10]) {
      const answer = await signedInBefore(hub(kind), minutes, approval(kind), { id });
      attacks.graph(`approved after ${minutes} minutes`, answer, ['STEP_UP_REQUIRED']);
      const proposal = await signedInBefore(self, minutes, kind.propose, { input: kind.input() });
      attacks.graph(`proposed after ${minutes} minutes`, proposal, ['STEP_UP_REQUIRED']);
    }
    const token = await tokenFor(hub(kind).subject, { client_id: 'another' });
    const headers = hub(kind).purpose === null ? {} : { 'tongma-purpose': hub(kind).purpose ?? '' };
    const unknown = await send(demo().gatewayUrl, token, approval(kind), { id }, headers);
    attacks.graph('approved by who knows when', unknown, ['STEP_UP_REQUIRED']);
    expect(attacks.through()).toEqual([]);
  });

  it('is approved by nobody once it is over', async () => {
    const id = await proposed(kind);
    const schema = kind.kind.toLowerCase();
    const role = kind.kind === 'Codes' ? 'tongma_codes' : 'tongma_residents';
    const past = `update ${schema}.proposal set expires_at = now() where id = '${id}'`;
    await writeAs(role, past);
    attacks.graph('approved too late', await approve(kind, hub(kind), id), ['ILLEGAL_TRANSITION']);
    expect(attacks.through()).toEqual([]);
  });

  it('is approved once: of many at the same time the others are refused', async () => {
    // A key that is withdrawn stays so, and would end the stories after this one: it is refused
    // instead, which is decided by the same lock.
    const id = await proposed(kind);
    const refuse = `mutation($input: RefuseProposalInput!) { it: refuse${kind.kind}Proposal(input: $input) { state } }`;
    const decide = () =>
      kind.kind === 'Residents'
        ? approve(kind, hub(kind), id)
        : sendAs(hub(kind), refuse, { input: { id, reason: REASON } });
    const answers = await Promise.all(Array.from({ length: 8 }, decide));
    const done = answers.filter((answer) => codeOf(answer) === null);
    expect(done).toHaveLength(1);
    for (const answer of answers.filter((one) => !done.includes(one))) {
      attacks.graph('decided again', answer, ['ILLEGAL_TRANSITION']);
    }
    attacks.graph('decided later', await approve(kind, hub(kind), id), ['ILLEGAL_TRANSITION']);
    if (kind.kind === 'Residents') {
      attacks.graph('fetched by who approved', await sendAs(hub(kind), FETCH, { id }), [
        'FORBIDDEN',
      ]);
      const away = await sendAs(attacker(kind.persona, '510000'), FETCH, { id });
      attacks.graph('fetched from another region', away, ['NOT_FOUND', 'FORBIDDEN']);
    }
    expect(attacks.through()).toEqual([]);
  });
});

describe('a policy', () => {
  const PROPOSE =
    'mutation($input: ProposePolicyInput!) { it: proposePolicy(input: $input) { id } }';
  const APPROVE = 'mutation($id: ID!) { it: approveCodesProposal(id: $id) { state } }';
  const input = { ...aPolicy(HOME), reason: REASON };

  it('is proposed by its authors alone, and approved by nobody but an approver of the region', async () => {
    const author = attacker('POLICY_AUTHOR', HOME);
    const made = await sendAs(author, PROPOSE, { input });
    expect(made.errors).toBeUndefined();
    const { id } = made.data.it;
    for (const one of ATTACKERS) {
      const isHome = one.region === HOME;
      if (one.persona !== 'POLICY_AUTHOR') {
        const answer = await sendAs(one, PROPOSE, { input });
        attacks.graph(`proposed by ${one.subject}`, answer, ['SCOPE_MISSING']);
      }
      if (one.persona === 'POLICY_APPROVER' && isHome) continue;
      const codes = isHome ? ['SCOPE_MISSING'] : ['SCOPE_MISSING', 'NOT_FOUND'];
      attacks.graph(`approved by ${one.subject}`, await sendAs(one, APPROVE, { id }), codes);
    }
    const early = await signedInBefore(attacker('POLICY_APPROVER', HOME), 6, APPROVE, { id });
    attacks.graph('approved after 6 minutes', early, ['STEP_UP_REQUIRED']);
    expect(attacks.through()).toEqual([]);
  });
});

describe('an agreement', () => {
  const PROPOSE =
    'mutation($input: ProposeAgreementInput!) { it: proposeAgreement(input: $input) { id } }';
  const ACCEPT =
    'mutation($input: AgreementReasonInput!) { it: proposeAgreementAcceptance(input: $input) { id } }';
  const WITHDRAW =
    'mutation($input: AgreementReasonInput!) { it: withdrawAgreement(input: $input) { state } }';
  const APPROVE = 'mutation($id: ID!) { it: approveCodesProposal(id: $id) { state } }';
  const input = () => ({ ...someTerms(HOME), reason: REASON });
  // In force in the demo: both sides are of the other province.
  const away = { input: { id: '510000-510100-1', reason: REASON } };

  it('is offered by officers of the receiver alone, and approved by nobody who proposed it', async () => {
    const officer = attacker('AGREEMENT_OFFICER', HOME);
    const made = await sendAs(officer, PROPOSE, { input: input() });
    expect(made.errors).toBeUndefined();
    const { id } = made.data.it;
    attacks.graph('approved by oneself', await sendAs(officer, APPROVE, { id }), ['SELF_APPROVAL']);
    for (const one of ATTACKERS.filter(({ subject }) => subject !== officer.subject)) {
      const isOfficer = one.persona === 'AGREEMENT_OFFICER';
      const answer = await sendAs(one, PROPOSE, { input: input() });
      const code = isOfficer ? 'REGION_OUT_OF_SCOPE' : 'SCOPE_MISSING';
      attacks.graph(`proposed by ${one.subject}`, answer, [code]);
      const codes = one.region === HOME ? ['SCOPE_MISSING'] : ['SCOPE_MISSING', 'NOT_FOUND'];
      attacks.graph(`approved by ${one.subject}`, await sendAs(one, APPROVE, { id }), codes);
    }
    const early = await signedInBefore(officer, 6, PROPOSE, { input: input() });
    attacks.graph('proposed after 6 minutes', early, ['STEP_UP_REQUIRED']);
    expect(attacks.through()).toEqual([]);
  });

  it('is accepted and withdrawn by nobody but officers of its sides, just signed in', async () => {
    for (const one of ATTACKERS.filter(({ region }) => region === HOME)) {
      const isOfficer = one.persona === 'AGREEMENT_OFFICER';
      const codes = isOfficer ? ['REGION_OUT_OF_SCOPE'] : ['SCOPE_MISSING'];
      attacks.graph(`accepted by ${one.subject}`, await sendAs(one, ACCEPT, away), codes);
      attacks.graph(`withdrawn by ${one.subject}`, await sendAs(one, WITHDRAW, away), codes);
    }
    const own = { input: { id: '330000-330100-1', reason: REASON } };
    const late = await signedInBefore(attacker('AGREEMENT_OFFICER', HOME), 6, WITHDRAW, own);
    attacks.graph('withdrawn after 6 minutes', late, ['STEP_UP_REQUIRED']);
    expect(attacks.through()).toEqual([]);
  });

  it('is changed in the database by no part, and a signature that is forged there counts for nothing', async () => {
    await attackAs(
      'tongma_codes',
      [
        'update codes.agreement set version = 9',
        'update codes.agreement set withdrawn_at = now()',
        ...['agreement', 'agreement_withdrawal', 'agreement_draft'].map(
          (table) => `delete from codes.${table}`,
        ),
        "update codes.agreement_withdrawal set side = '330000'",
        "update codes.agreement_draft set issuer = '510000'",
      ],
      attacks,
    );
    const row = `select '330100', '510100', 9, signed from codes.agreement where region = '330000' limit 1`;
    await writeAs(
      'tongma_codes',
      `insert into codes.agreement (region, issuer, version, signed) ${row}`,
    );
    const read = await sendAs(
      attacker('AGREEMENT_OFFICER', HOME),
      'query($id: ID!) { it: agreement(id: $id) { state } }',
      { id: '330100-510100-9' },
    );
    attacks.graph('forged', read, ['NOT_FOUND']);
    await asSuperuser((client) => client.query('delete from codes.agreement where version = 9'));
    expect(attacks.through()).toEqual([]);
  });
});

describe('proposals in the database', () => {
  it('are changed by no role of another part, and deleted by none', async () => {
    for (const [schema, own] of OWNERS) {
      for (const role of [
        'tongma_health',
        'tongma_travel',
        'tongma_gateway',
        'tongma_recognize',
        'tongma_checkpoint',
        'tongma_codes',
        'tongma_residents',
      ] as const) {
        const changes = [
          `update ${schema}.proposal set state = 'APPROVED'`,
          `update ${schema}.proposal set expires_at = now() + interval '1 year'`,
        ];
        const deletes = [`delete from ${schema}.proposal`, `truncate ${schema}.proposal`];
        await attackAs(role, role === own ? deletes : [...changes, ...deletes], attacks);
      }
    }
    await attackAs(
      'tongma_codes',
      ["update codes.key_withdrawal set reason = ''", 'delete from codes.key_withdrawal'],
      attacks,
    );
    expect(attacks.through()).toEqual([]);
  });
});
