import { describe, expect, it } from 'vitest';
import { fakeTrail } from '../../../kit/audit/fake-trail.ts';
import type { Identity } from '../../../kit/identity.ts';
import { venueMac } from '../../venue-mac.ts';
import { outbreakUseCases, type NewOutbreak } from './outbreak.ts';
import { lastContactOf } from './presence.ts';
import { venueUseCases, type KeyedVenue, type NewVenue, type VenueStore } from './venue.ts';
import { codeAt } from './venue-code.ts';
import { visitUseCases, type Visit } from './visit.ts';

const NOW = new Date('2022-12-02T10:00:00.000Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const residentId = `330100-${'0'.repeat(26)}`;
const venueId = `330100-${'5'.repeat(26)}`;
const secret = new Uint8Array(32).fill(7);
const venue = {
  ...{ region: '330100', id: venueId, name: '样例市场', division: '330106' },
  ...{ addedAt: NOW, addedBy: 'officer' },
};
const me: Identity = {
  ...{ kind: 'RESIDENT', subject: 'me', scopes: ['self'], grants: [], regions: ['330100'] },
  ...{ residents: [residentId], purposes: [], agency: null },
};
const officer: Identity = {
  ...{ kind: 'OFFICIAL', subject: 'officer', scopes: ['case:manage'], grants: ['330000'] },
  ...{ regions: ['330000', '330100'], residents: '*', purposes: [], agency: 'x' },
};

function fakeVenues(keyed: KeyedVenue = { venue, secret }): VenueStore {
  const known = (id: string) => Promise.resolve(id === keyed.venue.id ? keyed : null);
  return {
    add: () => Promise.resolve(),
    find: async (id) => (await known(id))?.venue ?? null,
    keyed: known,
    list: () => Promise.resolve({ rows: [keyed.venue], total: () => Promise.resolve(1) }),
    names: (ids) => Promise.resolve(ids.map(() => keyed.venue.name)),
  };
}

function given(kept: Visit | null = null, keyed?: KeyedVenue) {
  const audit = fakeTrail();
  const told: Visit[] = [];
  const venues = fakeVenues(keyed);
  const newId = (region: string) => `${region}-new`;
  const common = { audit, now: () => NOW, newId, mac: venueMac };
  const tell = (visit: Visit) => Promise.resolve(void told.push(visit));
  const store = {
    ...{ add: () => Promise.resolve(), find: () => Promise.resolve(kept) },
    leave: () => Promise.resolve(kept?.leftAt === null),
    ofResident: () =>
      Promise.resolve({ rows: kept ? [kept] : [], total: () => Promise.resolve(kept ? 1 : 0) }),
  };
  const newSecret = () => secret;
  const isDivision = (code: string) => ['330106', '330212', '510104'].includes(code);
  return {
    ...{ audit, told },
    visiting: visitUseCases({ ...common, store, venues, tell }),
    managing: venueUseCases({ ...common, store: venues, newSecret, isDivision }),
  };
}

const aVisit = (arrived: number, left: number | null = null): Visit => ({
  ...{ region: '330100', id: '330100-visit', residentId, venueId, arrivedAt: at(arrived) },
  ...{ leftAt: left === null ? null : at(left), recordedBy: 'me' },
});

describe('§6.1 a venue', () => {
  it.each<[string, Partial<NewVenue>, string]>([
    ['in a division that is none', { division: '339999' }, 'BAD_USER_INPUT'],
    ['in a division of another region', { division: '510104' }, 'BAD_USER_INPUT'],
    ['under a region above the nearest', { region: '330000' }, 'BAD_USER_INPUT'],
    ['without a name', { name: '  ' }, 'BAD_USER_INPUT'],
    ['with a name too long', { name: '样'.repeat(101) }, 'BAD_USER_INPUT'],
    ['of a region of others', { region: '510000', division: '510104' }, 'REGION_OUT_OF_SCOPE'],
  ])('%s is refused', async (_title, more, code) => {
    const { managing, audit } = given();
    const input = { region: '330100', name: '样例市场', division: '330106', ...more };
    await expect(managing.add(input, officer)).rejects.toMatchObject({ code });
    expect(audit.notes).toEqual([]);
  });

  it.each([
    ['330100', '330106'],
    ['330000', '330212'],
  ])('of %s in %s is added', async (region, division) => {
    const { managing, audit } = given();
    const added = await managing.add({ region, name: ' 样例  市场 ', division }, officer);
    expect(added).toMatchObject({ region, division, name: '样例 市场', addedAt: NOW });
    expect(audit.notes).toMatchObject([{ region, action: 'VENUE_ADDED' }]);
  });
});

describe('§6.3 a visit', () => {
  const shown = (minutes: number) => codeAt(venueId, secret, at(minutes), venueMac).text;

  it('begins when the code is scanned; the log does not say where', async () => {
    const { visiting, audit, told } = given();
    const visit = await visiting.visit({ residentId, code: shown(0) }, me);
    expect(visit).toMatchObject({ region: '330100', venueId, arrivedAt: NOW, leftAt: null });
    expect(told).toEqual([visit]);
    expect(audit.notes).toMatchObject([{ action: 'VENUE_VISITED', residentId }]);
    expect(JSON.stringify(audit.notes)).not.toContain(venueId);
  });

  it.each([
    ['of ten minutes ago', shown(-10), undefined],
    ['of the future', shown(5), undefined],
    ['that is none', 'hello', undefined],
    ['of a venue nobody knows', shown(0).replace('555', '444'), undefined],
    ['of another region', shown(0), { venue: { ...venue, region: '510100' }, secret }],
  ])('with a code %s is refused, and tells no more', async (_title, code, keyed) => {
    const { visiting, told } = given(null, keyed);
    await expect(visiting.visit({ residentId, code }, me)).rejects.toMatchObject({
      ...{ code: 'BAD_USER_INPUT', fields: ['input.code'] },
      message: 'This is no code that a venue of your region shows now.',
    });
    expect(told).toEqual([]);
  });

  it("of somebody else is nobody's to make or to end", async () => {
    const other = { ...me, residents: [`330100-${'9'.repeat(26)}`] };
    const refused = { code: 'NOT_FOUND' };
    const { visiting } = given(aVisit(-10));
    await expect(visiting.visit({ residentId, code: shown(0) }, other)).rejects.toMatchObject(
      refused,
    );
    await expect(visiting.leave('330100-visit', other)).rejects.toMatchObject(refused);
  });

  it.each([
    [aVisit(-119), true],
    [aVisit(-120), false],
    [aVisit(-30, -10), false],
  ])('§6.4 is left while it lasts: %#', async (visit, leaves) => {
    const left = given(visit).visiting.leave(visit.id, me);
    if (leaves) expect(await left).toMatchObject({ leftAt: NOW });
    else await expect(left).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});

describe('§7.3 the last contact', () => {
  const span = (from: number, until: number) => ({ from: at(from), until: at(until) });

  it.each([
    ['a visit that ends as it begins', aVisit(-180), span(-60, -30), null],
    ['a visit that begins as it ends', aVisit(-30), span(-60, -30), null],
    ['the first minute of it', aVisit(-179), span(-60, -30), at(-59)],
    ['somebody who left before', aVisit(-100, -61), span(-60, -30), null],
    ['somebody who left during it', aVisit(-100, -45), span(-60, -30), at(-45)],
    ['somebody who stayed beyond it', aVisit(-100), span(-60, -30), at(-30)],
    ['somebody who is there', aVisit(-10), span(-60, 60), at(0)],
    ['somebody who comes', aVisit(0), span(-60, 60), at(0)],
  ])('of %s', (_title, visit, outbreak, last) => {
    expect(lastContactOf(visit, outbreak, NOW)).toEqual(last);
  });
});

describe('§7.1 an outbreak', () => {
  const DAY = 1_440;
  const OLD = at(-15 * DAY);
  const anOutbreak = (more: Partial<NewOutbreak> = {}): NewOutbreak => ({
    ...{ venueId, from: at(-60), until: at(-30), testResultId: 'detected' },
    ...{ reason: 'a case was there', ...more },
  });

  function declared(input: NewOutbreak, by = officer) {
    const audit = fakeTrail();
    const none = () => Promise.resolve([]);
    const cases = outbreakUseCases({
      ...{ audit, now: () => NOW, newId: (region) => `${region}-new`, venues: fakeVenues() },
      store: {
        ...{ add: () => Promise.resolve(), find: () => Promise.resolve(null), ofVisit: none },
        ...{ visitsDuring: none, tell: () => Promise.resolve(), contactCounts: none },
        ...{ ofVenue: () => Promise.resolve({ rows: [], total: () => Promise.resolve(0) }) },
        told: () => Promise.resolve({ rows: [], total: () => Promise.resolve(0) }),
        isDetected: (id, { from, until }) => {
          const sample = id === 'old' ? OLD : from;
          return Promise.resolve(id !== 'x' && sample >= from && sample <= until);
        },
      },
    });
    return cases.declare(input, by).then(() => audit.notes);
  }

  it.each<[string, Partial<NewOutbreak>, object]>([
    ['citing nothing', { testResultId: 'x' }, { fields: ['input.testResultId'] }],
    [
      'citing what was long before',
      { testResultId: 'old', from: at(-DAY + 1), until: at(0) },
      { fields: ['input.testResultId'] },
    ],
    ['at no venue', { venueId: 'x' }, { code: 'NOT_FOUND' }],
    ['without a reason', { reason: 'no' }, { fields: ['input.reason'] }],
    ['that ends as it begins', { until: at(-60) }, { fields: ['input.until'] }],
    ['of 14 days and more', { from: at(-14 * DAY - 31) }, { fields: ['input.until'] }],
    ['ahead', { from: at(1), until: at(9) }, { fields: ['input.from'] }],
    ['for more than a day ahead', { until: at(DAY + 1) }, { fields: ['input.until'] }],
    [
      'of more than 28 days ago',
      { from: at(-28 * DAY - 1), until: at(-27 * DAY) },
      { fields: ['input.from'] },
    ],
  ])('%s is refused', async (_title, more, refused) => {
    await expect(declared(anOutbreak(more))).rejects.toMatchObject(refused);
  });

  it.each<Partial<NewOutbreak>>([
    {},
    { until: at(DAY) },
    { from: at(-28 * DAY), until: at(-27 * DAY) },
    { from: at(-14 * DAY), until: at(0) },
    { testResultId: 'old', from: at(-DAY), until: at(0) },
  ])('within its bounds is declared: %#', async (more) => {
    expect(await declared(anOutbreak(more))).toMatchObject([
      {
        action: 'OUTBREAK_DECLARED',
        region: '330100',
        detail: { citation: more.testResultId ?? 'detected' },
      },
    ]);
  });

  it('is nothing for officials of other regions', async () => {
    const other = { ...officer, regions: ['510000'] };
    await expect(declared(anOutbreak(), other)).rejects.toMatchObject({
      code: 'REGION_OUT_OF_SCOPE',
    });
  });
});
