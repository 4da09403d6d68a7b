import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_ROLES } from '../../cli/embedded/secrets.ts';
import { committedMatrix } from '../access/matrix.ts';
import { documentOf, variablesOf } from '../access/documents.ts';
import type { Facts } from '../system/support/facts.ts';
import {
  ATTACKERS,
  attacker,
  prepareAttack,
  sendAs,
  type AttackedRegion,
  type Attacker,
} from '../system/support/personas.ts';
import { attackAs, attacksOn, lookAs } from './support/attacks.ts';

const attacks = attacksOn('11');
const OVERSEERS = ['attack-oversight-330000', 'oversight-000000'];
const REFUSED = ['SCOPE_MISSING', 'FORBIDDEN', 'NOT_FOUND', 'SELF_APPROVAL'];
const hub: Attacker = { ...attacker('ADMINISTRATOR'), subject: 'administrator-000000' };
let facts: Readonly<Record<AttackedRegion, Facts>>;

const DRAFT = '$id: ID!, $version: Int!';
const CHANGES = {
  disableAccount: `mutation(${DRAFT}) { disableAccount(id: $id, version: $version) { id } }`,
  enableAccount: `mutation(${DRAFT}) { enableAccount(id: $id, version: $version) { id } }`,
  changeAccount: 'mutation($input: ChangeAccountInput!) { changeAccount(input: $input) { id } }',
};

function accounts() {
  return lookAs<{ subject: string }>(
    'tongma_residents',
    "select * from residents.account where role = 'OVERSIGHT' order by subject",
  );
}

beforeAll(async () => {
  facts = await prepareAttack();
});
afterAll(() => {
  attacks.report();
});

describe('oversight', () => {
  it('is disabled, enabled or changed by nobody through the graph', async () => {
    const before = await accounts();
    expect(before.map(({ subject }) => subject)).toEqual(expect.arrayContaining(OVERSEERS));
    const agency = 'health-commission-330000';
    for (const id of OVERSEERS) {
      for (const one of [...ATTACKERS, hub]) {
        for (const [name, query] of Object.entries(CHANGES)) {
          const input = {
            id,
            version: 1,
            role: 'OVERSIGHT',
            agency,
            grants: ['330000'],
            withheld: ['audit:read'],
          };
          const answer = await sendAs(one, query, {
            id,
            version: 1,
            input: name === 'changeAccount' ? input : undefined,
          });
          attacks.graph(`${name} of ${id} as ${one.subject}`, answer, REFUSED);
        }
      }
    }
    expect(attacks.through()).toEqual([]);
    expect(await accounts()).toEqual(before);
  });

  it('is made of nobody by an administrator, and nobody takes its place', async () => {
    const add = 'mutation($input: AddAccountInput!) { addAccount(input: $input) { id } }';
    const input = { region: '330000', agency: 'health-commission-330000', grants: ['330000'] };
    for (const one of [attacker('ADMINISTRATOR'), hub]) {
      const made = { ...input, id: 'new-overseer', role: 'OVERSIGHT' };
      attacks.graph('added', await sendAs(one, add, { input: made }), ['FORBIDDEN']);
      for (const id of OVERSEERS) {
        const replaced = await sendAs(one, add, { input: { ...input, id, role: 'DESK' } });
        attacks.graph('replaced', replaced, ['CONFLICT']);
      }
      const risen = {
        id: facts['330000'].accountId,
        version: 1,
        role: 'OVERSIGHT',
        agency: input.agency,
        grants: ['330000'],
      };
      attacks.graph('risen', await sendAs(one, CHANGES.changeAccount, { input: risen }), [
        'FORBIDDEN',
      ]);
    }
    expect(attacks.through()).toEqual([]);
  });

  it('is changed by no role of the database, and given to nobody', async () => {
    const statements = [
      "update residents.account set disabled_at = now() where role = 'OVERSIGHT'",
      "update residents.account set withheld = '{audit:read}' where role = 'OVERSIGHT'",
      "update residents.account set role = 'DESK' where role = 'OVERSIGHT'",
      "update residents.account set role = 'OVERSIGHT' where role = 'ADMINISTRATOR'",
      "delete from residents.account where role = 'OVERSIGHT'",
      "insert into residents.account (region, subject, role, grants, scopes, purposes) values ('330000', 'x', 'OVERSIGHT', '{}', '{}', '{}')",
    ];
    for (const role of DATABASE_ROLES) await attackAs(role, statements, attacks);
    expect(attacks.through()).toEqual([]);
  });

  it('reads only: every mutation is refused to it', async () => {
    const target = { facts: facts['330000'], person: facts['330000'].person };
    for (const coordinate of Object.keys(committedMatrix()).filter((one) =>
      one.startsWith('Mutation.'),
    )) {
      const answer = await sendAs(
        attacker('OVERSIGHT'),
        documentOf(coordinate),
        variablesOf(coordinate, target),
      );
      attacks.graph(coordinate, answer, ['SCOPE_MISSING']);
    }
    expect(attacks.through()).toEqual([]);
  });
});
