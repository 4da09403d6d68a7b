import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { purposesOf } from '../../subgraphs/residents/domain/roles.ts';
import { PERSONAS, roleOf } from '../access/decisions.ts';
import { committedMatrix } from '../access/matrix.ts';
import { documentWith, variablesOf } from '../access/documents.ts';
import { pathsOf, selectionOf } from '../access/paths.ts';
import { person, type Facts } from '../system/support/facts.ts';
import {
  ATTACKERS,
  attacker,
  prepareAttack,
  sendAs,
  type AttackedRegion,
} from '../system/support/personas.ts';
import { attacksOn } from './support/attacks.ts';

const attacks = attacksOn('12');
const HOME: AttackedRegion = '330000';
const matrix = committedMatrix();
const ALL_PURPOSES = [
  'ENTRY',
  'CARE',
  'REVIEW',
  'CASE_WORK',
  'APPEAL',
  'CORRECTION',
  'AUDIT',
  'SUPPORT',
];
const OFFICIALS = PERSONAS.filter(
  (one) => !['RESIDENT', 'GUARDIAN', 'VERIFIER', 'PARTNER'].includes(one),
);
let facts: Readonly<Record<AttackedRegion, Facts>>;

beforeAll(async () => {
  facts = await prepareAttack();
});
afterAll(() => {
  attacks.report();
});

describe('personal data is read for a purpose', () => {
  it.each(OFFICIALS)(
    '%s gets no field of a person without one, nor for one not granted',
    async (persona) => {
      const target = { facts: facts[HOME], person: facts[HOME].person };
      const foreign = ALL_PURPOSES.find((one) => !purposesOf(roleOf(persona)).includes(one))!;
      for (const [coordinate, path] of pathsOf(persona)) {
        if (!matrix[coordinate]?.purpose?.split(' ').includes(persona)) continue;
        const query = documentWith(path.root, selectionOf(path));
        const variables = variablesOf(path.root, target);
        const one = attacker(persona);
        const none = await sendAs({ ...one, subject: one.subject }, query, variables, {
          'tongma-purpose': '',
        });
        attacks.graph(`${coordinate} for an empty purpose`, none, ['PURPOSE_NOT_ALLOWED']);
        const unsaid = await sendAs({ ...one, purpose: null }, query, variables);
        attacks.graph(`${coordinate} without a purpose`, unsaid, ['PURPOSE_NOT_ALLOWED']);
        const other = await sendAs(one, query, variables, { 'tongma-purpose': foreign });
        attacks.graph(`${coordinate} for ${foreign}`, other, ['PURPOSE_NOT_ALLOWED']);
      }
      expect(attacks.through()).toEqual([]);
    },
  );
});

const RECORDS = [
  ...['tests', 'declarations', 'checkIns', 'isolationOrders'],
  ...['contactNotices', 'vaccinations'],
];
const OPEN =
  'mutation($input: OpenHealthRecordInput!) { openHealthRecord(input: $input) { until } }';
const REVEAL =
  'mutation($input: RevealResidentInput!) { revealResident(input: $input) { name documentNumber phone } }';
const ACCESSES =
  'query($id: ID!) { resident(id: $id) { accesses { action role purpose reason } } }';
const recordOf = (field: string) =>
  `query($id: ID!) { resident(id: $id) { ${field} { nodes { id } } } }`;

describe('a health record', () => {
  const officials = [attacker('CASE_OFFICER'), attacker('APPEAL_OFFICER'), attacker('REVIEWER')];

  it('is closed to each official until that one opens it, with a reason', async () => {
    // Nobody waits in a reviewer's queue for this one.
    const { residentId: id } = await person('GUARDIAN', HOME);
    async function everybody(who: typeof officials) {
      for (const one of who) {
        for (const field of RECORDS) {
          attacks.graph(`${field} as ${one.persona}`, await sendAs(one, recordOf(field), { id }), [
            'FORBIDDEN',
          ]);
        }
      }
    }
    await everybody(officials);
    const [first, ...others] = officials;
    for (const reason of ['', 'x', '     ', 'short']) {
      const opened = await sendAs(first!, OPEN, { input: { residentId: id, reason } });
      attacks.graph('opened without a reason', opened, ['BAD_USER_INPUT']);
    }
    const away = await sendAs(attacker('CASE_OFFICER', '510000'), OPEN, {
      input: { residentId: id, reason: 'from elsewhere' },
    });
    attacks.graph('opened from another region', away, ['NOT_FOUND']);
    await everybody(officials);
    const reason = `opened at ${new Date().toISOString()}`;
    expect(
      (await sendAs(first!, OPEN, { input: { residentId: id, reason } })).errors,
    ).toBeUndefined();
    expect((await sendAs(first!, recordOf('tests'), { id })).errors).toBeUndefined();
    await everybody(others);
    expect(attacks.through()).toEqual([]);

    const seen = await sendAs(attacker('GUARDIAN'), ACCESSES, { id });
    expect(seen.data.resident.accesses[0]).toEqual({
      ...{ action: 'HEALTH_RECORD_OPENED', role: 'OFFICIAL', purpose: 'CASE_WORK', reason },
    });
  });
});

describe('full particulars', () => {
  it('are revealed to nobody without the right, a reason, and a person of the own regions', async () => {
    const { residentId } = facts[HOME].own.RESIDENT;
    const input = { residentId, fields: ['NAME', 'DOCUMENT_NUMBER', 'PHONE'], reason: 'an attack' };
    const mayReveal = matrix['Mutation.revealResident']!.roles.split(' ');
    for (const one of ATTACKERS) {
      const may = mayReveal.includes(one.persona);
      if (may && one.region === HOME) {
        const short = await sendAs(one, REVEAL, { input: { ...input, reason: ' x ' } });
        attacks.graph(`without a reason as ${one.persona}`, short, ['BAD_USER_INPUT']);
        const empty = await sendAs(one, REVEAL, { input: { ...input, fields: [] } });
        attacks.graph(`no field as ${one.persona}`, empty, ['BAD_USER_INPUT']);
      } else {
        const answer = await sendAs(one, REVEAL, { input });
        attacks.graph(`revealed to ${one.subject}`, answer, [may ? 'NOT_FOUND' : 'SCOPE_MISSING']);
      }
    }
    expect(attacks.through()).toEqual([]);
  });

  it('show only what was asked for, and each look is seen by the resident', async () => {
    const { residentId, name } = facts[HOME].own.RESIDENT;
    const reason = `revealed at ${new Date().toISOString()}`;
    const input = { residentId, fields: ['NAME'], reason };
    const { data } = await sendAs(attacker('REVIEWER'), REVEAL, { input });
    expect(data.revealResident).toEqual({ name, documentNumber: null, phone: null });
    const seen = await sendAs(attacker('RESIDENT'), ACCESSES, { id: residentId });
    expect(seen.data.resident.accesses[0]).toEqual({
      ...{ action: 'REVEALED', role: 'OFFICIAL', purpose: 'REVIEW', reason },
    });
  });
});
