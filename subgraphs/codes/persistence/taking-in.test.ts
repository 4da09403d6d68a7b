import { randomBytes, randomInt } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { sha256 } from '../../kit/audit/chain.ts';
import type { EventRow } from '../../kit/events/event-row.ts';
import { systemIdentity } from '../../kit/identity.ts';
import { openOrm } from '../../kit/orm.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { newId } from '../../kit/new-id.ts';
import { issueUseCases } from '../domain/code/issue-code.ts';
import { intakeUseCases } from '../domain/code/take-in.ts';
import { basePolicy, codesPublisher } from '../publish.ts';
import { codeStore } from './code.store.ts';
import { toIncoming } from './event-reader.ts';
import { intakeStore } from './intake.store.ts';
import { storage } from './storage.ts';

const REGION = '330000';
const now = () => new Date();
const scope = systemIdentity('test', REGION);

let database: EmptyDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await emptyDatabase();
  const publisher = await codesPublisher(database.urls.tongma_codes);
  await publisher.policy(basePolicy(REGION, 1, new Date('2022-01-01T00:00:00Z')));
  await publisher.close();
  orm = await openOrm(storage, database.urls.tongma_codes, 12);
});

afterAll(async () => {
  await orm.close();
  await database.drop();
});

function event(residentId: string, kind: string, body: Record<string, unknown>): EventRow {
  const at = now();
  return {
    ...{ region: REGION, id: newId(REGION), residentId, kind, body },
    ...{ occurredAt: at, recordedAt: at, batch: null },
  };
}

function takeInAll(events: readonly EventRow[]): Promise<void> {
  return inScope(orm, scope, (tx, audit) =>
    intakeUseCases({
      ...{ region: REGION, audit, now, newId, sha256 },
      store: intakeStore(tx, { region: REGION, newId }),
    }).takeIn(events.map((one) => ({ ...one, incoming: toIncoming(one) }))),
  );
}

const takeIn = (one: EventRow) => takeInAll([one]);

function codeWithDecisions(residentId: string) {
  return inScope(orm, scope, async (tx) => {
    const store = codeStore(tx);
    const code = await store.ofResident(residentId);
    if (!code) throw new Error('no code');
    return { code, decisions: await store.decisions(code, { first: 100, after: null }) };
  });
}

/** A life with a fever, a detected result and two checks that end it: red, whatever the order. */
function life(residentId: string): EventRow[] {
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const registered = { maskedName: '周*甲', birthMonthDay: '0203', heldByProxy: false };
  const report = { source: 'SELF', symptoms: ['FEVER'], temperature: 38.5 };
  return [
    event(residentId, 'RESIDENT_REGISTERED', registered),
    event(residentId, 'DECLARATION', { ...report, declaredAt: ago(30) }),
    event(residentId, 'CHECK_IN', { ...report, symptoms: [], temperature: 36.6, at: ago(3) }),
    event(residentId, 'TEST_RESULT', {
      source: 'ACCREDITED',
      sampleCollectedAt: ago(20),
      result: 'DETECTED',
    }),
    event(residentId, 'TEST_RESULT', {
      source: 'ACCREDITED',
      sampleCollectedAt: ago(2),
      result: 'NOT_DETECTED',
    }),
    event(residentId, 'STAY', { source: 'SELF', stayId: newId(REGION) }),
  ];
}

describe('taking events in, on PostgreSQL', () => {
  it('ends the same in whatever order they come, together and twice', async () => {
    for (let round = 0; round < 8; round += 1) {
      const residentId = newId(REGION);
      const events = life(residentId);
      const twice = [...events, ...events].sort(() => randomInt(3) - 1);
      await Promise.all(twice.map(takeIn));
      const { code, decisions } = await codeWithDecisions(residentId);
      expect(code).toMatchObject({ state: 'ACTIVE', color: 'RED', maskedName: '周*甲' });
      // Each decision goes on from the one before: none was made twice or lost.
      const steps = [...decisions.rows].reverse();
      steps.forEach((step, index) => {
        const before = steps[index - 1];
        expect([step.fromState, step.fromColor]).toEqual(
          before ? [before.toState, before.toColor] : ['UNDER_REVIEW', null],
        );
      });
    }
  });

  it('believes the later of two registrations, in whatever order they come', async () => {
    const said = { maskedName: '周*甲', birthMonthDay: '0203' };
    for (const together of [true, false]) {
      for (const order of [1, -1]) {
        const residentId = newId(REGION);
        const events = [true, false].map((heldByProxy, at) => ({
          ...event(residentId, 'RESIDENT_REGISTERED', { ...said, heldByProxy }),
          occurredAt: new Date(Date.now() + at),
        }));
        const sent = order === 1 ? events : events.toReversed();
        if (together) await takeInAll(sent);
        else for (const one of sent) await takeIn(one);
        const { code } = await codeWithDecisions(residentId);
        expect(code).toMatchObject({ maskedName: said.maskedName, heldByProxy: false });
      }
    }
  });

  it('takes one event in once, however often it comes at the same time', async () => {
    const residentId = newId(REGION);
    const [registered, declared] = life(residentId);
    await takeIn(registered!);
    await Promise.all(Array.from({ length: 10 }, () => takeIn(declared!)));
    expect((await codeWithDecisions(residentId)).decisions.rows).toHaveLength(1);
  });

  it('leaves nothing of an event whose body is broken', async () => {
    const residentId = newId(REGION);
    const broken = event(residentId, 'TEST_RESULT', { source: 'ACCREDITED', result: 'MAYBE' });
    expect(() => toIncoming(broken)).toThrow();
    await expect(codeWithDecisions(residentId)).rejects.toThrow('no code');
  });

  it('gives one dynamic token a day, however often it is asked for at the same time', async () => {
    const residentId = newId(REGION);
    const [registered, , , , ...rest] = life(residentId);
    const healthy = {
      source: 'SELF',
      symptoms: [],
      temperature: 36.6,
      declaredAt: now().toISOString(),
    };
    for (const one of [registered!, event(residentId, 'DECLARATION', healthy), ...rest])
      await takeIn(one);
    const issue = () =>
      inScope(orm, scope, (tx, audit) =>
        issueUseCases({
          store: codeStore(tx),
          audit,
          now,
          randomBytes: (length) => randomBytes(length),
          randomBelow: (below) => randomInt(below),
          signToken: ({ cti }) => Promise.resolve(Buffer.from(cti).toString('hex')),
        }).issue({ residentId, kind: 'DYNAMIC' }, { ...scope, scopes: ['code:issue'] }),
      );
    const issued = await Promise.all(Array.from({ length: 10 }, issue));
    expect(new Set(issued.map(({ text }) => text)).size).toBe(1);
  });
});
