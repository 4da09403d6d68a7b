import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_ROLES } from '../../cli/embedded/secrets.ts';
import type { Facts } from '../system/support/facts.ts';
import { ATTACKERS, attacker, prepareAttack, sendAs } from '../system/support/personas.ts';
import type { AttackedRegion } from '../system/support/personas.ts';
import { asSuperuser } from '../system/support/superuser.ts';
import { attackAs, attacksOn } from './support/attacks.ts';

const attacks = attacksOn('04');
const HOME: AttackedRegion = '330000';
const AWAY: AttackedRegion = '510000';
let facts: Readonly<Record<AttackedRegion, Facts>>;

const VISIT = 'mutation($input: VisitVenueInput!) { visitVenue(input: $input) { id } }';
const OUTBREAK =
  'mutation($input: DeclareOutbreakInput!) { declareOutbreak(input: $input) { id } }';
const CODE = 'query($id: ID!) { venueCode(venueId: $id) { text } }';
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

beforeAll(async () => {
  facts = await prepareAttack();
});
afterAll(() => {
  attacks.report();
});

/** Events of travel-history and decisions about a resident. */
function about(residentId: string) {
  return asSuperuser(async (client) => {
    const { rows } = await client.query<{ events: number; decisions: number }>(
      `select (select count(*)::int from travel_history.event where resident_id = $1) as events,
              (select count(*)::int from codes.color_decision where resident_id = $1) as decisions`,
      [residentId],
    );
    return rows[0];
  });
}

async function shown(region: AttackedRegion): Promise<string> {
  const { venueId } = facts[region];
  const { data } = await sendAs(attacker('CASE_OFFICER', region), CODE, { id: venueId });
  return data.venueCode.text as string;
}

describe('a scan is not presence', () => {
  it('however often a resident scans, it is no event and changes no color', async () => {
    const { residentId } = facts[HOME].own.RESIDENT;
    const before = await about(residentId);
    for (let turn = 0; turn < 20; turn += 1) {
      const input = { residentId, code: await shown(HOME) };
      const answer = await sendAs(attacker('RESIDENT', HOME), VISIT, { input });
      expect(answer.errors).toBeUndefined();
    }
    const after = await about(residentId);
    attacks.note('20 scans', JSON.stringify(after) === JSON.stringify(before));
    expect(attacks.through()).toEqual([]);
  });

  it('a code forwarded from another region, made up or changed is refused', async () => {
    const { residentId } = facts[HOME].own.RESIDENT;
    const code = await shown(HOME);
    const [venueId = ''] = code.split('.');
    const forged = [
      ...[await shown(AWAY), venueId, `${venueId}.`, `${venueId}.${'A'.repeat(22)}`, ''],
      ...[code.slice(0, -1), `${code}A`, `${facts[AWAY].venueId}.${code.split('.')[1] ?? ''}`],
    ];
    for (const text of forged) {
      const input = { residentId, code: text };
      const answer = await sendAs(attacker('RESIDENT', HOME), VISIT, { input });
      attacks.graph(`visits with ${text}`, answer, ['BAD_USER_INPUT']);
    }
    expect(attacks.through()).toEqual([]);
  });

  it('nobody scans for somebody else, nor says that they were there earlier', async () => {
    const { residentId } = facts[HOME].person;
    const code = await shown(HOME);
    for (const one of ATTACKERS.filter(({ region }) => region === HOME)) {
      const answer = await sendAs(one, VISIT, { input: { residentId, code } });
      attacks.graph(`visits as ${one.persona}`, answer, ['SCOPE_MISSING', 'NOT_FOUND']);
    }
    const own = { residentId: facts[HOME].own.RESIDENT.residentId, code };
    const earlier = { input: { ...own, arrivedAt: ago(5) } };
    attacks.graph('visits earlier', await sendAs(attacker('RESIDENT', HOME), VISIT, earlier), [
      'BAD_USER_INPUT',
    ]);
    expect(attacks.through()).toEqual([]);
  });

  it('nobody but a case officer declares an outbreak', async () => {
    const { venueId, caseResultId: testResultId } = facts[HOME];
    const span = { from: ago(2), until: ago(0) };
    const input = { venueId, testResultId, ...span, reason: 'an attack on codes' };
    const others = ATTACKERS.filter(
      ({ persona, region }) => region === HOME && persona !== 'CASE_OFFICER',
    );
    for (const one of others) {
      const answer = await sendAs(one, OUTBREAK, { input });
      attacks.graph(`an outbreak by ${one.persona}`, answer, ['SCOPE_MISSING']);
    }
    expect(attacks.through()).toEqual([]);
  });

  it.each([
    ['no result', () => ({ testResultId: `${HOME}-NONE` }), 'BAD_USER_INPUT'],
    ['a result that found nothing', () => ({ testResultId: facts[HOME].testId }), 'BAD_USER_INPUT'],
    [
      'a result of another region',
      () => ({ testResultId: facts[AWAY].caseResultId }),
      'BAD_USER_INPUT',
    ],
    ['a venue of another region', () => ({ venueId: facts[AWAY].venueId }), 'NOT_FOUND'],
    ['days ahead', () => ({ until: ago(-48) }), 'BAD_USER_INPUT'],
    ['months ago', () => ({ from: ago(2_001), until: ago(2_000) }), 'BAD_USER_INPUT'],
  ])('an outbreak that names %s is refused, and tells nobody', async (_title, changes, code) => {
    const { venueId, caseResultId: testResultId, own } = facts[HOME];
    const before = await about(own.RESIDENT.residentId);
    const span = { from: ago(2), until: ago(0) };
    const input = { venueId, testResultId, ...span, reason: 'an attack on codes', ...changes() };
    const answer = await sendAs(attacker('CASE_OFFICER', HOME), OUTBREAK, { input });
    attacks.graph('an outbreak', answer, [code]);
    expect(await about(own.RESIDENT.residentId)).toEqual(before);
    expect(attacks.through()).toEqual([]);
  });

  it('no other role of the database reads a secret of a venue, or makes a visit', async () => {
    const statements = [
      'select secret from travel_history.venue',
      `insert into travel_history.venue_visit (region, id, resident_id, venue_id, arrived_at, recorded_by) values ('330000', 'x', 'x', 'x', now(), 'x')`,
      `update travel_history.venue_visit set arrived_at = now()`,
      `insert into travel_history.outbreak (region, id, venue_id, "from", until, citation, reason, declared_at, declared_by) values ('330000', 'x', 'x', now(), now(), 'x', 'x', now(), 'x')`,
    ];
    for (const role of DATABASE_ROLES.filter((one) => one !== 'tongma_travel')) {
      await attackAs(role, statements, attacks);
    }
    expect(attacks.through()).toEqual([]);
  });
});
