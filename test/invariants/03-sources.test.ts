import { isEnumType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_ROLES, type DatabaseRole } from '../../cli/embedded/secrets.ts';
import { api } from '../access/matrix.ts';
import { wasInRiskArea } from '../system/support/exposed-stays.ts';
import { person, type Facts } from '../system/support/facts.ts';
import {
  ATTACKERS,
  attacker,
  prepareAttack,
  sendAs,
  type AttackedRegion,
} from '../system/support/personas.ts';
import { asSuperuser } from '../system/support/superuser.ts';
import { attackAs, attacksOn } from './support/attacks.ts';

const attacks = attacksOn('03');
const HOME: AttackedRegion = '330000';
const AWAY: AttackedRegion = '510000';
const here = ATTACKERS.filter(({ region }) => region === HOME);
let facts: Readonly<Record<AttackedRegion, Facts>>;

const TEST = 'mutation($input: RecordTestResultInput!) { recordTestResult(input: $input) { id } }';
const ORDER = 'mutation($input: OrderIsolationInput!) { orderIsolation(input: $input) { id } }';
const EXTEND = 'mutation($input: ExtendIsolationInput!) { extendIsolation(input: $input) { id } }';
const NOTICE = 'mutation($input: NoticeContactInput!) { noticeContact(input: $input) { id } }';
const DECLARE = 'mutation($input: DeclareHealthInput!) { declareHealth(input: $input) { id } }';
const CHECK_IN = 'mutation($input: CheckInInput!) { checkIn(input: $input) { id } }';
const STAY = 'mutation($input: DeclareStayInput!) { declareStay(input: $input) { id } }';
const HOUR_MS = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString();

function detected(residentId: string) {
  return { residentId, sampleCollectedAt: ago(5), result: 'DETECTED', laboratory: 'LAB' };
}

function order(residentId: string, citation?: object) {
  return { residentId, place: 'CENTRAL', from: ago(1), until: ago(-24), citation };
}

beforeAll(async () => {
  facts = await prepareAttack();
});
afterAll(() => {
  attacks.report();
});

describe('every fact has its source', () => {
  it('nobody but a laboratory records a result, also not of oneself', async () => {
    const { person, own } = facts[HOME];
    for (const one of here.filter(({ persona }) => persona !== 'LABORATORY')) {
      for (const { residentId } of [person, own.RESIDENT, own.GUARDIAN]) {
        const answer = await sendAs(one, TEST, { input: detected(residentId) });
        attacks.graph(`a result by ${one.persona}`, answer, ['SCOPE_MISSING']);
      }
    }
    expect(attacks.through()).toEqual([]);
  });

  it('nobody but a case officer orders isolation', async () => {
    const { person, testId } = facts[HOME];
    const input = order(person.residentId, { kind: 'TEST_RESULT', id: testId });
    for (const one of here.filter(({ persona }) => persona !== 'CASE_OFFICER')) {
      const answer = await sendAs(one, ORDER, { input });
      attacks.graph(`an order by ${one.persona}`, answer, ['SCOPE_MISSING']);
    }
    expect(attacks.through()).toEqual([]);
  });

  it.each([
    ['none at all', () => undefined, HOME],
    ['an empty one', () => ({}), HOME],
    ['a kind that is not in the list', () => ({ kind: 'POLICE_REPORT', id: 'x' }), HOME],
    ['a result that does not exist', () => ({ kind: 'TEST_RESULT', id: `${HOME}-NONE` }), HOME],
    ['a declaration as a result', () => ({ kind: 'TEST_RESULT', id: facts[HOME].orderId }), HOME],
    ["another person's result", () => ({ kind: 'TEST_RESULT', id: facts[HOME].testId }), 'other'],
    ['a result of another region', () => ({ kind: 'TEST_RESULT', id: facts[AWAY].testId }), HOME],
    ['a result that found nothing', () => ({ kind: 'TEST_RESULT', id: facts[HOME].testId }), HOME],
    ['a stay that does not exist', () => ({ kind: 'STAY', id: `${HOME}-NONE` }), HOME],
    ['a stay of any form', () => ({ kind: 'STAY', id: 'x' }), HOME],
    ['an order as a stay', () => ({ kind: 'STAY', id: facts[HOME].orderId }), HOME],
    ["another person's stay", () => ({ kind: 'STAY', id: facts[HOME].stayId }), 'other'],
    ['a stay of another region', () => ({ kind: 'STAY', id: facts[AWAY].stayId }), HOME],
    [
      'a stay in no risk area',
      () => ({ kind: 'STAY', id: facts[HOME].own.RESIDENT.stayId }),
      'other',
    ],
  ])('an order that cites %s is refused', async (_title, citation, whose) => {
    const { person, own } = facts[HOME];
    const { residentId } = whose === 'other' ? own.RESIDENT : person;
    const input = order(residentId, citation());
    const answer = await sendAs(attacker('CASE_OFFICER', HOME), ORDER, { input });
    attacks.graph('an order', answer, ['BAD_USER_INPUT']);
    expect(attacks.through()).toEqual([]);
  });

  it('an order that cites a stay in a risk area stands, and is extended no further than that', async () => {
    const officer = attacker('CASE_OFFICER', HOME);
    const { residentId, stayId } = await person('DESK', HOME);
    const input = order(residentId, { kind: 'STAY', id: stayId });
    attacks.graph('before it was in one', await sendAs(officer, ORDER, { input }), [
      'BAD_USER_INPUT',
    ]);
    await wasInRiskArea(residentId, stayId);
    const late = { ...input, from: ago(-24 * 20), until: ago(-24 * 31) };
    const beyond = await sendAs(officer, ORDER, { input: late });
    attacks.graph('beyond 30 days from now', beyond, ['BAD_USER_INPUT']);
    const { data } = await sendAs(officer, ORDER, { input });
    const orderId = data?.orderIsolation.id;
    expect(orderId).toMatch(/^330000-/);

    const old = "update travel_history.exposure set ended_at = now() - interval '28 days 1 minute'";
    await asSuperuser((client) => client.query(`${old} where stay_id = $1`, [stayId]));
    attacks.graph('an old stay', await sendAs(officer, ORDER, { input }), ['BAD_USER_INPUT']);
    const longer = { orderId, until: ago(-24 * 10), reason: 'no other ground than before' };
    const extended = await sendAs(officer, EXTEND, { input: longer });
    attacks.graph('an extension on an old stay', extended, ['BAD_USER_INPUT']);
    expect(attacks.through()).toEqual([]);
  });

  it('nobody but a case officer says that a person was near a case', async () => {
    const { person, caseResultId } = facts[HOME];
    const overlap = { overlapFrom: ago(31), overlapUntil: ago(30) };
    const input = { residentId: person.residentId, testResultId: caseResultId, ...overlap };
    for (const one of here.filter(({ persona }) => persona !== 'CASE_OFFICER')) {
      const answer = await sendAs(one, NOTICE, { input });
      attacks.graph(`a notice by ${one.persona}`, answer, ['SCOPE_MISSING']);
    }
    expect(attacks.through()).toEqual([]);
  });

  it.each([
    ['no result', () => ({ testResultId: `${HOME}-NONE` })],
    ['a result that found nothing', () => ({ testResultId: facts[HOME].testId })],
    ['a result of another region', () => ({ testResultId: facts[AWAY].caseResultId })],
    ['an overlap of the future', () => ({ overlapUntil: ago(-1) })],
    ['an overlap of months ago', () => ({ overlapFrom: ago(2_001), overlapUntil: ago(2_000) })],
  ])('a contact notice that cites %s is refused', async (_title, changes) => {
    const { own, caseResultId } = facts[HOME];
    const overlap = { overlapFrom: ago(31), overlapUntil: ago(30) };
    const input = { residentId: own.RESIDENT.residentId, testResultId: caseResultId, ...overlap };
    const answer = await sendAs(attacker('CASE_OFFICER', HOME), NOTICE, {
      input: { ...input, ...changes() },
    });
    attacks.graph('a notice', answer, ['BAD_USER_INPUT']);
    expect(attacks.through()).toEqual([]);
  });

  it('a resident declares for nobody else, and a desk of another region for nobody here', async () => {
    const { person, own } = facts[HOME];
    const strangers = [
      attacker('RESIDENT', AWAY),
      attacker('GUARDIAN', HOME),
      attacker('DESK', AWAY),
    ];
    for (const one of strangers) {
      for (const { residentId } of [person, own.RESIDENT]) {
        const report = { input: { residentId, symptoms: ['FEVER'] } };
        const stay = { input: { residentId, division: '330212', arrivedAt: ago(30) } };
        attacks.graph(`declares as ${one.persona}`, await sendAs(one, DECLARE, report), [
          'NOT_FOUND',
        ]);
        attacks.graph(`checks in as ${one.persona}`, await sendAs(one, CHECK_IN, report), [
          'NOT_FOUND',
        ]);
        attacks.graph(`stays as ${one.persona}`, await sendAs(one, STAY, stay), ['NOT_FOUND']);
      }
    }
    expect(attacks.through()).toEqual([]);
  });

  it('no type of the graph is of the police, of money, of work or of an origin', () => {
    const foreign =
      /police|crimin|financ|bank|debt|money|petition|occupation|ethnic|race|hukou|religio|school|employer/i;
    for (const type of Object.values(api.getTypeMap())) {
      const values = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
      const found = [type.name, ...values].filter((name) => foreign.test(name));
      attacks.note(`${type.name}: ${found.join(' ')}`, found.length === 0);
    }
    expect(attacks.through()).toEqual([]);
  });

  it('no role of the database writes facts of another part', async () => {
    const writes: readonly (readonly [DatabaseRole, string])[] = [
      ['tongma_health', "update health_records.test_result set result = 'DETECTED'"],
      ['tongma_health', 'delete from health_records.isolation_order'],
      ['tongma_health', 'delete from health_records.event'],
      ['tongma_travel', "update travel_history.stay set division = '110000'"],
      ['tongma_travel', "update travel_history.event set kind = 'STAY'"],
      ['tongma_residents', "update residents.event set kind = 'RESIDENT_REGISTERED'"],
      ['tongma_residents', "update residents.resident set state = 'REGISTERED'"],
    ];
    for (const role of DATABASE_ROLES) {
      const foreign = writes.filter(([own]) => own !== role).map(([, sql]) => sql);
      await attackAs(role, foreign, attacks);
    }
    expect(attacks.through()).toEqual([]);
  });
});
