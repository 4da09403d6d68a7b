import { getNamedType, isEnumType, isInputObjectType, type GraphQLInputType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_ROLES } from '../../cli/embedded/secrets.ts';
import { api } from '../access/matrix.ts';
import type { Facts } from '../system/support/facts.ts';
import {
  ATTACKERS,
  attacker,
  prepareAttack,
  sendAs,
  type AttackedRegion,
} from '../system/support/personas.ts';
import { attackAs, attacksOn } from './support/attacks.ts';

const attacks = attacksOn('01');
const mutations = Object.values(api.getMutationType()!.getFields());
let facts: Readonly<Record<AttackedRegion, Facts>>;

beforeAll(async () => {
  facts = await prepareAttack();
});
afterAll(() => {
  attacks.report();
});

/**
 * Where a color is of no code: a policy says which color a rule gives everybody, an agreement what
 * another region's colors count for, and a specimen stands for nobody.
 */
const OF_NO_CODE: Readonly<Record<string, RegExp>> = {
  proposePolicy: /^input\.rules\.color$/,
  proposeAgreement: /^input\.(colorMap(\.\w+)?|conditions\.colors)$/,
  issueSpecimen: /^input\.color$/,
};

/** Paths of an argument at which a color or a state of a code could be given. */
function colorsIn(type: GraphQLInputType, path: string, seen: readonly string[] = []): string[] {
  const named = getNamedType(type);
  if (isEnumType(named)) return ['Color', 'CodeState'].includes(named.name) ? [path] : [];
  if (!isInputObjectType(named) || seen.includes(named.name)) return [];
  return Object.values(named.getFields()).flatMap((field) => [
    ...(/color|override/i.test(field.name) ? [`${path}.${field.name}`] : []),
    ...colorsIn(field.type, `${path}.${field.name}`, [...seen, named.name]),
  ]);
}

async function decisionsOf(region: AttackedRegion) {
  const query = `query($id: ID!) { healthCode(id: $id) { state color decisions(first: 100) { nodes { id } } } }`;
  const { codeId } = facts[region].own.RESIDENT;
  return (await sendAs(attacker('CASE_OFFICER', region), query, { id: codeId })).data.healthCode;
}

describe('a color is derived, never written', () => {
  it('no mutation takes a color or a state of a code', () => {
    for (const { name, args } of mutations) {
      const found = args
        .flatMap((arg) => colorsIn(arg.type, arg.name))
        .filter((path) => OF_NO_CODE[name]?.test(path) !== true);
      attacks.note(`${name}: ${found.join(' ')}`, found.length === 0);
    }
    expect(attacks.through()).toEqual([]);
  });

  it('no mutation takes one that is sent all the same, whoever sends it', async () => {
    const before = await decisionsOf('330000');
    const { codeId, residentId } = facts['330000'].own.RESIDENT;
    for (const { name } of mutations) {
      const query = `mutation { ${name}(id: "${codeId}", residentId: "${residentId}", color: GREEN, input: {color: GREEN}) { __typename } }`;
      const sent = ATTACKERS.filter(({ region }) => region === '330000').map(async (one) => {
        attacks.graph(`${name} as ${one.persona}`, await sendAs(one, query), ['BAD_USER_INPUT']);
      });
      await Promise.all(sent);
    }
    expect(attacks.through()).toEqual([]);
    expect(await decisionsOf('330000')).toEqual(before);
  });

  it('no role of the database but that of codes writes one', async () => {
    const values = `'330000', '330000-X', '330000-Y', '330000-Z', 'ACTIVE', 'ACTIVE', 'RED', '{}', 1, now()`;
    const statements = [
      `update codes.health_code set color = 'GREEN'`,
      `update codes.color_decision set to_color = 'GREEN'`,
      'delete from codes.color_decision',
      `insert into codes.color_decision (region, id, code_id, resident_id, from_state, to_state, to_color, detail, policy_version, decided_at) values (${values})`,
      `update codes.evidence set kind = 'TEST_RESULT'`,
      'delete from codes.evidence',
      'truncate codes.evidence',
    ];
    for (const role of DATABASE_ROLES.filter((one) => one !== 'tongma_codes')) {
      // Who owns the tables may empty them, and see no row of them: that is for migrations.
      const asked = role === 'tongma_owner' ? statements.slice(0, -1) : statements;
      await attackAs(role, asked, attacks);
    }
    expect(attacks.through()).toEqual([]);
  });

  it('the role of codes writes none of a region that its request does not have, nor a rule', async () => {
    const away = { 'app.regions': '510000', 'app.residents': '*', 'app.subject': 'attack' };
    const of330000 = [
      `update codes.health_code set color = 'GREEN' where region = '330000'`,
      `update codes.color_decision set to_color = 'GREEN' where region = '330000'`,
      `insert into codes.evidence (region, id, resident_id, kind, body, occurred_at, taken_in_at) values ('330000', 'x', 'x', 'TEST_RESULT', '{}', now(), now())`,
    ];
    await attackAs('tongma_codes', of330000, attacks, away);
    await attackAs('tongma_codes', ["update codes.policy set rules = '[]'"], attacks);
    await attackAs('tongma_codes', ["update codes.health_code set color = 'GREEN'"], attacks, {});
    expect(attacks.through()).toEqual([]);
  });
});
