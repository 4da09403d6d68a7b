import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, startOfDay } from '../../../kit/standards/shanghai-day.ts';
import {
  after,
  aKey,
  aSigner,
  aTrust,
  ISSUER,
  NOW,
  someClaims,
} from '../../persistence/signing-fakes.ts';
import { nodeVerify } from '../../persistence/node-crypto.ts';
import { policy as base, someFacts, type Given } from '../color/color-fakes.ts';
import type { Agreement, AgreementCondition } from '../recognition/agreement.ts';
import { coarseDates, type CoarseDay } from './coarse-dates.ts';
import { covers, needsOf, type EvidenceNeeds, type SharedKind } from './evidence-needs.ts';
import { packEvidence } from './evidence-list-fakes.ts';
import {
  datesOf,
  EVIDENCE_RECORDS_MAX,
  openSharedEvidence,
  SHARED_EVIDENCE_MAX,
  signSharedEvidence,
  type SharedEvidence,
} from './shared-evidence.ts';
import { coarseStanding } from './shared-finding.ts';

const day = (text: string) => dayOf(startOfDay(text).getTime());
const NOON = new Date('2022-11-24T04:00:00Z');
const NEGATIVE: AgreementCondition = {
  ...{ id: 'N48', kind: 'NOT_DETECTED_WITHIN', hours: 48, colors: ['YELLOW'] },
};
const AGREEMENT: Agreement = {
  ...{ receiver: '510000', issuer: ISSUER, version: 1, mode: 'SHARED_DATA', conditions: [] },
  ...{ colorMap: {}, validFrom: after(-3_600), validTo: after(30 * 86_400) },
};
const CTI = someClaims().cti;

describe('a condition judged by a day', () => {
  it.each<[string, CoarseDay | undefined, number, string]>([
    ['nothing is shared', undefined, 48, 'OPEN'],
    ['none is known', null, 48, 'FAIL'],
    ['nobody said', 'UNKNOWN', 48, 'OPEN'],
    ['today', day('2022-11-24'), 48, 'PASS'],
    ['yesterday: even its first instant is within', day('2022-11-23'), 48, 'PASS'],
    ['two days ago: its last instant is, its first is not', day('2022-11-22'), 48, 'OPEN'],
    ['three days ago: even its last instant is not', day('2022-11-21'), 48, 'FAIL'],
    ['36 hours after the first instant, exclusive', day('2022-11-23'), 36, 'OPEN'],
    ['a second more', day('2022-11-23'), 37, 'PASS'],
    ['today, for an hour', day('2022-11-24'), 1, 'OPEN'],
    ['tomorrow is no fact', day('2022-11-25'), 48, 'OPEN'],
  ])('%s', (_title, tested, hours, standing) => {
    expect(coarseStanding({ ...NEGATIVE, hours }, tested, NOON)).toBe(standing);
  });
});

describe('what a receiver needs', () => {
  it('is nothing in an agreement without conditions in another mode', () => {
    expect(needsOf({ mode: 'DIRECT', conditions: [] }, base.rules).days.size).toBe(0);
  });

  it('is the last test alone for a condition, as far back as it asks', () => {
    const { days, symptoms } = needsOf({ mode: 'DIRECT', conditions: [NEGATIVE] }, base.rules);
    expect([[...days], symptoms]).toEqual([[['NOT_DETECTED', 2]], []]);
  });

  it('is what its rules read, no kind more and no day more', () => {
    const { days, symptoms } = needsOf(AGREEMENT, base.rules);
    expect([...days]).toEqual([
      ['DETECTED', 7],
      ['CENTRAL_ORDER', 0],
      ['HOME_ORDER', 0],
      ['SYMPTOM', 7],
    ]);
    expect(symptoms).toEqual(['FEVER', 'COUGH', 'DYSPNEA', 'SORE_THROAT', 'ANOSMIA']);
  });

  it('is not covered by a list that reaches less far back, or knows fewer symptoms', () => {
    const needs = needsOf(AGREEMENT, base.rules);
    expect(covers(needs, needs)).toBe(true);
    expect(covers({ ...needs, days: new Map([...needs.days, ['DETECTED', 6]]) }, needs)).toBe(
      false,
    );
    expect(covers({ ...needs, symptoms: ['FEVER'] }, needs)).toBe(false);
    expect(covers({ ...needs, days: new Map([['DETECTED', 90]]) }, needs)).toBe(false);
  });
});

const ALL_KINDS: EvidenceNeeds = {
  days: new Map<SharedKind, number>([
    ...[['NOT_DETECTED', 3] as const, ['DETECTED', 7] as const, ['HIGH_STAY', 7] as const],
    ...[['CONTACT', 5] as const, ['ENTRY', 5] as const, ['SYMPTOM', 7] as const],
    ...[['HOME_ORDER', 0] as const, ['STRICTER_OVERRIDE', 0] as const],
  ]),
  symptoms: ['FEVER'],
};
const JULY = new Date('2022-07-20T04:00:00Z');

describe('what is shared of somebody', () => {
  it.each<[string, SharedKind, Given, string | null]>([
    [
      'the last result',
      'DETECTED',
      { detected: ['2022-07-13T16:30:00Z', '2022-07-12T00:00:00Z'] },
      '2022-07-14',
    ],
    ['none that is too long ago', 'DETECTED', { detected: ['2022-07-12T15:59:59Z'] }, null],
    ['the first that is not', 'DETECTED', { detected: ['2022-07-12T16:00:00Z'] }, '2022-07-13'],
    ['no negative of the future', 'NOT_DETECTED', { notDetected: ['2022-07-20T04:00:01Z'] }, null],
    ['a positive of the future', 'DETECTED', { detected: ['2022-07-20T17:00:00Z'] }, '2022-07-21'],
    [
      'the end of a stay',
      'HIGH_STAY',
      { stays: [['HIGH', '2022-07-01T00:00:00Z', '2022-07-15T17:00:00Z']] },
      '2022-07-16',
    ],
    [
      'that a stay goes on',
      'HIGH_STAY',
      { stays: [['HIGH', '2022-07-01T00:00:00Z', null]] },
      'OPEN',
    ],
    [
      'no stay at another level',
      'HIGH_STAY',
      { stays: [['LOW', '2022-07-01T00:00:00Z', null]] },
      null,
    ],
    ['that nobody said where they were', 'HIGH_STAY', { stays: 'unknown' }, 'UNKNOWN'],
    ['the last contact', 'CONTACT', { contacts: [['2022-07-16T00:00:00Z']] }, '2022-07-16'],
    [
      'no notice that was withdrawn',
      'CONTACT',
      { contacts: [['2022-07-16T00:00:00Z', '2022-07-17T00:00:00Z']] },
      null,
    ],
    ['the last entry', 'ENTRY', { entries: ['2022-07-16T00:00:00Z'] }, '2022-07-16'],
    [
      'the day of a symptom that counts',
      'SYMPTOM',
      { declared: [['2022-07-16T00:00:00Z', 'FEVER']] },
      '2022-07-16',
    ],
    ['no other symptom', 'SYMPTOM', { declared: [['2022-07-16T00:00:00Z', 'COUGH']] }, null],
    ['that nobody declared', 'SYMPTOM', { declared: 'unknown' }, 'UNKNOWN'],
    [
      'until when an order is',
      'HOME_ORDER',
      { orders: [['HOME', '2022-07-16T00:00:00Z', '2022-07-24T00:00:00Z']] },
      '2022-07-24',
    ],
    [
      'no order that is over',
      'HOME_ORDER',
      { orders: [['HOME', '2022-07-16T00:00:00Z', '2022-07-20T04:00:00Z']] },
      null,
    ],
    [
      'no order that was released',
      'HOME_ORDER',
      {
        orders: [['HOME', '2022-07-16T00:00:00Z', '2022-07-24T00:00:00Z', '2022-07-18T00:00:00Z']],
      },
      null,
    ],
    [
      'that officials made it stricter',
      'STRICTER_OVERRIDE',
      { overrides: [['STRICTER', 'RED', '2022-07-19T00:00:00Z', '2022-07-21T00:00:00Z']] },
      '2022-07-21',
    ],
    [
      'not that they relaxed',
      'STRICTER_OVERRIDE',
      { overrides: [['RELAX', 'GREEN', '2022-07-19T00:00:00Z', '2022-07-21T00:00:00Z']] },
      null,
    ],
  ])('is %s', (_title, kind, given, expected) => {
    const shared = coarseDates(someFacts(given), ALL_KINDS, JULY).get(kind);
    const named = expected === null || /[A-Z]/.test(expected) ? expected : day(expected);
    expect(shared).toBe(named);
  });
});

describe('a list', () => {
  it('says of each token what was packed, and of others that there is none', () => {
    const ids = fc.uint8Array({ minLength: 8, maxLength: 8 });
    const days = fc.oneof(
      fc.integer({ min: 1, max: 0xfffd }),
      fc.constantFrom<CoarseDay>('OPEN', 'UNKNOWN', null),
    );
    const needs = { ...ALL_KINDS, days: new Map([...ALL_KINDS.days].slice(0, 3)) };
    const kinds = [...needs.days.keys()];
    const people = fc.uniqueArray(fc.tuple(ids, fc.tuple(days, days, days)), {
      selector: ([cti]) => String(cti),
    });
    fc.assert(
      fc.property(people, ids, (entries, other) => {
        const packed = entries.map(([cti, of]) => ({
          cti,
          dates: new Map(kinds.map((kind, at) => [kind, of[at] ?? null] as const)),
        }));
        const records = packEvidence(packed, needs);
        for (const { cti, dates } of packed) {
          const found = datesOf({ needs, records }, cti);
          for (const kind of kinds) expect(found.get(kind)).toBe(dates.get(kind));
        }
        if (entries.some(([cti]) => String(cti) === String(other))) return;
        expect([...datesOf({ needs, records }, other).values()]).toEqual([null, null, null]);
      }),
    );
  });

  it('does not say who has nothing to tell', () => {
    const dates = new Map<SharedKind, CoarseDay>([['DETECTED', null]]);
    expect(packEvidence([{ cti: CTI, dates }], ALL_KINDS)).toHaveLength(0);
  });
});

describe('a signed list is refused', () => {
  const signer = aSigner();
  const other = aSigner();
  const trust = aTrust([
    aKey(signer, { use: 'evidence' }),
    aKey(other, { use: 'evidence', region: '440000' }),
  ]);
  const needs = needsOf(AGREEMENT, base.rules);
  const list: SharedEvidence = {
    ...{ issuer: ISSUER, receiver: '510000', issuedAt: NOW, expiresAt: after(86_400), needs },
    records: packEvidence(
      [1, 2].map((n) => ({
        cti: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, n),
        dates: new Map([['DETECTED', 19_000]]),
      })),
      needs,
    ),
  };
  const checks = {
    ...{ trust, verify: nodeVerify(), now: after(60), heldFrom: () => null },
    isReceiver: (region: string) => region === '510000',
  };
  const open = async (given: Partial<SharedEvidence>, by = signer, more = {}) =>
    openSharedEvidence(await signSharedEvidence({ ...list, ...given }, by), { ...checks, ...more });

  it('for no reason when it holds', async () => {
    expect(await open({})).toEqual({ ...list, kid: signer.kid });
  });

  it('for no length of which one is signed', async () => {
    const records = new Uint8Array(EVIDENCE_RECORDS_MAX);
    const longest = { ...list, needs: ALL_KINDS, records };
    expect((await signSharedEvidence(longest, signer)).length).toBeLessThan(SHARED_EVIDENCE_MAX);
  });

  it.each<[string, Partial<SharedEvidence>, string]>([
    ['of another region', { issuer: '440000' }, 'FOREIGN_REGION'],
    ['for another receiver', { receiver: '440000' }, 'WRONG_AUDIENCE'],
    ['that is over', { expiresAt: after(60) }, 'EXPIRED'],
    ['of the future', { issuedAt: after(3_600) }, 'NOT_YET_VALID'],
    ['with half a record', { records: list.records.subarray(1) }, 'MALFORMED'],
    ['with a token twice', { records: new Uint8Array(list.records.length) }, 'MALFORMED'],
    ['that is too large', { records: new Uint8Array(SHARED_EVIDENCE_MAX) }, 'TOO_LARGE'],
  ])('%s', async (_title, given, fault) => {
    expect(await open(given)).toEqual({ fault });
  });

  it('by another key', async () => {
    expect(await open({}, other)).toEqual({ fault: 'FOREIGN_REGION' });
    expect(await open({}, aSigner())).toEqual({ fault: 'ISSUER_NOT_TRUSTED' });
  });

  it('older than the one that is held', async () => {
    expect(await open({}, signer, { heldFrom: () => after(1) })).toEqual({ fault: 'ROLLBACK' });
    expect(await open({}, signer, { heldFrom: () => NOW })).toMatchObject({ issuer: ISSUER });
  });
});
