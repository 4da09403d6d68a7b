import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAsPartner, demo } from '../system/support/client.ts';
import type { Facts } from '../system/support/facts.ts';
import { somebody } from '../system/support/people.ts';
import {
  attacker,
  codeOf,
  prepareAttack,
  sendAs,
  type AttackedRegion,
} from '../system/support/personas.ts';
import { recognizedAll } from '../system/support/recognize.ts';
import { asSuperuser, tablesOf } from '../system/support/superuser.ts';
import { attacksOn, SCHEMAS } from './support/attacks.ts';

const attacks = attacksOn('13');
/**
 * Written every minute whatever happens: over hashes, lists signed anew, and verdicts counted by hour
 * and pair of regions, which is all that one may leave.
 */
const CLOCKWORK =
  /^(audit\.(checkpoint|checkpoint_head|cosignature)|codes\.(signed_list|verification_count))$/;
let facts: Readonly<Record<AttackedRegion, Facts>>;

/** Number of rows of every table of ours and a sum over what stands in them. */
async function contents(): Promise<Map<string, string>> {
  return asSuperuser(async (client) => {
    const tables = await tablesOf(client, SCHEMAS);
    const found = new Map<string, string>();
    for (const table of tables.filter((one) => !CLOCKWORK.test(one))) {
      const { rows } = await client.query<{ sum: string }>(
        `select count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${table} t`,
      );
      found.set(table, rows[0]?.sum ?? '');
    }
    return found;
  });
}

beforeAll(async () => {
  facts = await prepareAttack();
});
afterAll(() => {
  attacks.report();
});

describe('a verification', () => {
  it('leaves nothing in any table, of a known code or an unknown one, single or many', async () => {
    const texts = [...demo().codes.map(({ text }) => text), 'HCN1:ABC', facts['330000'].text];
    const single = `query($input: RecognizeCodeInput!) { recognizeCode(input: $input) { pass } }`;
    const before = await contents();
    expect(before.size).toBeGreaterThan(25);
    for (const text of texts) {
      for (const region of ['510000', '330106', '000000']) {
        await askAsPartner(single, { input: { text, region, purpose: 'ENTRY' } });
      }
    }
    await recognizedAll(texts, '510000');
    const after = await contents();
    for (const [table, sum] of before) {
      attacks.note(`${table}: ${sum}, then ${String(after.get(table))}`, after.get(table) === sum);
    }
    expect(attacks.through()).toEqual([]);
  });
});

describe('registration and search', () => {
  const REGISTER = `mutation($input: RegisterResidentInput!) { registerResident(input: $input) {
    state region maskedName guardianId reviewedAt reviewReason consents { id } } }`;

  it('says the same of a document that is known and of one that is not', async () => {
    const { person, division } = facts['510000'];
    const unknown = somebody(division);
    const known = { ...unknown, name: person.name, documentNumber: person.documentNumber };
    const birthDate = person.documentNumber.replace(/^.{6}(....)(..)(..).*/, '$1-$2-$3');
    const [a, b] = [
      await sendAs(attacker('RESIDENT'), REGISTER, { input: unknown }),
      await sendAs(attacker('RESIDENT'), REGISTER, { input: { ...known, birthDate } }),
    ];
    expect(a.errors).toBeUndefined();
    // What the asker may still spend differs from one moment to the next; nothing else may.
    const said = ({ extensions, ...answer }: typeof a) =>
      JSON.stringify({ ...answer, cost: extensions?.cost?.requestedQueryCost });
    attacks.note('registered a known document', said(b) === said(a));
    const duplicates = REGISTER.replace('state', 'state duplicates');
    attacks.graph(
      'counts duplicates',
      await sendAs(attacker('RESIDENT'), duplicates, { input: unknown }),
      ['SCOPE_MISSING'],
    );
    expect(attacks.through()).toEqual([]);
  });

  it('finds nobody by a part of a name or of a number, nor by one of both', async () => {
    const { name, documentNumber } = facts['330000'].person;
    const query = 'query($input: FindResidentsInput!) { findResidents(input: $input) { id } }';
    const documentType = 'RESIDENT_ID';
    const find = async (given: object) =>
      sendAs(attacker('CASE_OFFICER'), query, {
        input: { name, documentNumber, documentType, ...given },
      });
    expect((await find({})).data.findResidents).toHaveLength(1);
    for (const given of [
      ...[
        { name: '' },
        { name: '%' },
        { name: name.slice(0, 1) },
        { name: `${name}%` },
        { name: '王样乙' },
      ],
      ...[
        { documentNumber: '' },
        { documentNumber: '%' },
        { documentNumber: documentNumber.slice(0, 17) },
      ],
      ...[
        { documentNumber: `${documentNumber.slice(0, 17)}_` },
        { documentNumber: documentNumber.slice(4) },
      ],
      ...[{ documentType: 'PASSPORT' }, { documentNumber: somebody('330212').documentNumber }],
    ]) {
      const answer = await find(given);
      const nobody = codeOf(answer) === 'BAD_USER_INPUT' || answer.data?.findResidents.length === 0;
      attacks.note(Object.keys(given).join(), nobody);
    }
    expect(attacks.through()).toEqual([]);
  });
});
