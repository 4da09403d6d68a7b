import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemIdentity } from '../../kit/identity.ts';
import { createLog } from '../../kit/log.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { dayOf } from '../../kit/standards/shanghai-day.ts';
import { datesOf, openSharedEvidence } from '../domain/evidence/shared-evidence.ts';
import type { Agreement } from '../domain/recognition/agreement.ts';
import type { ReferenceData } from '../domain/recognition/reference.ts';
import { trustIndex } from '../domain/trust/trust-list.ts';
import { evidencePublishing } from '../evidence-publisher.ts';
import { listPublishing } from '../list-publisher.ts';
import { intakeWorld, newId, plainPolicy, REGION, type IntakeWorld } from './intake-fakes.ts';
import { nodeVerify } from './node-crypto.ts';
import { readingPlace } from './reading-changes.ts';
import { openSharedLists } from './shared-lists.ts';
import { evidenceName } from './signed-list.entity.ts';
import { signedLists } from './signed-list.store.ts';
import { aKey, aSigner, aTrustList } from './signing-fakes.ts';
import { tokenEvidence } from './token-evidence.store.ts';

const DAY_MS = 86_400_000;
const OTHER = '440000';
const signers = { status: aSigner(), policy: aSigner(), evidence: aSigner() };

let world: IntakeWorld;
let publish: () => Promise<void>;
let reference: ReferenceData;

/** Moves the clock by seconds. */
const later = (seconds: number) => {
  world.clock.at = new Date(world.clock.at.getTime() + seconds * 1_000);
};

function agreed(receiver: string, given: Partial<Agreement>): Agreement {
  const now = world.clock.at.getTime();
  return {
    ...{ receiver, issuer: REGION, version: 1, mode: 'DIRECT', conditions: [], colorMap: {} },
    ...{ validFrom: new Date(now - DAY_MS), validTo: new Date(now + 90 * DAY_MS), ...given },
  };
}

/** Somebody with a code and one token; its id. */
async function somebody(expiresIn = 30 * DAY_MS) {
  const [id, cti] = [newId(), crypto.getRandomValues(new Uint8Array(8))];
  const { at } = world.clock;
  await world.rows(
    `insert into codes.health_code (region, id, resident_id, state, color, decided_at, created_at)
     values ($1, $2, $2, 'ACTIVE', 'GREEN', $3, $3)`,
    [REGION, id, at],
  );
  await world.rows(
    `insert into codes.code_token (region, cti, code_id, resident_id, kind, status_index, issued_on, issued_at, expires_at)
     values ($1, $2, $3, $3, 'PAPER', $4, '2022-11-24', $5, $6)`,
    [
      ...[REGION, Buffer.from(cti), id, Math.floor(Math.random() * 1e6), at],
      new Date(at.getTime() + expiresIn),
    ],
  );
  return { id, cti };
}

async function result(residentId: string, of: 'DETECTED' | 'NOT_DETECTED', daysAgo = 0) {
  const at = new Date(world.clock.at.getTime() - daysAgo * DAY_MS);
  const body = { source: 'ACCREDITED', result: of, sampleCollectedAt: at.toISOString() };
  await world.rows(
    `insert into codes.evidence (region, id, resident_id, kind, body, occurred_at, taken_in_at)
     values ($1, $2, $3, 'TEST_RESULT', $4, $5, $6)`,
    [REGION, newId(), residentId, body, at, world.clock.at],
  );
}

function kept(regions: readonly string[]) {
  return inScope(world.orm, { regions: [...regions], residents: [], subject: 'test' }, (tx) =>
    signedLists(tx).of([REGION]),
  );
}

/** What a receiver is told, opened as it does; undefined: nothing. */
async function toldTo(receiver: string) {
  const list = (await kept([receiver])).find(({ name }) => name === evidenceName(receiver));
  if (!list) return undefined;
  const opened = await openSharedEvidence(list.signed, {
    ...{ trust: reference.trust!, verify: nodeVerify(), now: world.clock.at },
    ...{ isReceiver: (region) => region === receiver, heldFrom: () => null },
  });
  if ('fault' in opened) throw new Error(opened.fault);
  return opened;
}

const today = () => dayOf(world.clock.at.getTime());

beforeAll(async () => {
  world = await intakeWorld();
  world.clock.at = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS + 3_600_000);
  const now = world.clock.at.getTime();
  const life = { notBefore: new Date(now - DAY_MS), notAfter: new Date(now + 90 * DAY_MS) };
  const uses = ['status', 'policy', 'evidence'] as const;
  const keys = uses.map((use) => aKey(signers[use], { region: REGION, use, ...life }));
  const list = aTrustList(keys, {
    ...{ issuedAt: new Date(now - DAY_MS), expiresAt: new Date(now + 6 * DAY_MS) },
    regions: [REGION, '510000', OTHER].map((region) => ({
      ...{ region, state: 'ACTIVE' as const, keys: keys.filter((key) => key.region === region) },
    })),
  });
  const condition = { id: 'N48', kind: 'NOT_DETECTED_WITHIN', hours: 48 } as const;
  reference = {
    ...{ trust: trustIndex(list), regions: new Map() },
    agreements: [
      agreed('510000', { conditions: [{ ...condition, colors: ['YELLOW'] }] }),
      agreed(OTHER, { mode: 'SHARED_DATA' }),
      agreed('330100', {}),
    ],
    policies: [{ ...plainPolicy(1), region: OTHER }],
  };
  publish = listPublishing({
    ...{ orm: world.orm, now: () => world.clock.at, log: world.parts.log },
    keys: {
      signer: (_region, use) =>
        use === 'status' || use === 'policy' || use === 'evidence' ? signers[use] : undefined,
    },
    reference: () => reference,
    evidence: evidencePublishing({
      ...{ reference: () => reference, foreignPolicies: () => [], log: world.parts.log },
    }),
  });
});
afterAll(() => world.close());

describe('evidence that a region shares', () => {
  it('is made for receivers that need some, each of its own kinds', async () => {
    const one = await somebody();
    await result(one.id, 'NOT_DETECTED', 1);
    await result(one.id, 'DETECTED', 3);
    await publish();
    const told = await toldTo('510000');
    expect([...datesOf(told!, one.cti)]).toEqual([['NOT_DETECTED', today() - 1]]);
    const dates = datesOf((await toldTo(OTHER))!, one.cti);
    expect(dates.get('DETECTED')).toBe(today() - 3);
    expect(dates.has('NOT_DETECTED')).toBe(false);
    expect(dates.get('SYMPTOM')).toBe('UNKNOWN');
    expect(await toldTo('330100')).toBeUndefined();
  });

  it('follows what is taken in, without being made anew', async () => {
    const one = await somebody();
    later(5);
    await publish();
    expect(datesOf((await toldTo('510000'))!, one.cti).get('NOT_DETECTED')).toBeNull();
    later(5);
    await result(one.id, 'NOT_DETECTED');
    await publish();
    expect(datesOf((await toldTo('510000'))!, one.cti).get('NOT_DETECTED')).toBe(today());
  });

  it('follows what a long transaction wrote before it was made, twice, and committed after', async () => {
    const [told, issued] = [await somebody(), await somebody()];
    later(5);
    await publish();
    const long = new Client({ connectionString: world.database.superuserUrl });
    await long.connect();
    await long.query('begin');
    const body = { source: 'ACCREDITED', result: 'NOT_DETECTED' };
    const sampled = { ...body, sampleCollectedAt: world.clock.at.toISOString() };
    await long.query(
      `insert into codes.evidence (region, id, resident_id, kind, body, occurred_at, taken_in_at)
       values ($1, $2, $3, 'TEST_RESULT', $4, $5, $5)`,
      [REGION, newId(), told.id, sampled, world.clock.at],
    );
    await long.query('update codes.code_token set withdrawn_at = $2 where cti = $1', [
      ...[Buffer.from(issued.cti), world.clock.at],
    ]);
    await result(issued.id, 'NOT_DETECTED');
    for (const shorter of [1, 2]) {
      later(5 * shorter);
      await publish();
      const now = (await toldTo('510000'))!;
      expect(datesOf(now, told.cti).get('NOT_DETECTED')).toBeNull();
      expect(datesOf(now, issued.cti).get('NOT_DETECTED')).toBe(today());
    }
    await long.query('commit');
    await long.end();
    later(5);
    await publish();
    const then = (await toldTo('510000'))!;
    expect(datesOf(then, told.cti).get('NOT_DETECTED')).toBe(today());
    expect(datesOf(then, issued.cti).get('NOT_DETECTED') ?? null).toBeNull();
  });

  it('is made of what a read before could not see', async () => {
    later(3_700); // away from what went before
    for (let n = 0; n < 5; n += 1) await somebody();
    const { at } = world.clock;
    const since = new Date(at.getTime() - 60_000);
    const asked = { since, recently: since, all: false };
    await inScope(world.orm, systemIdentity('test', REGION), async (tx) => {
      const source = tokenEvidence(tx, REGION);
      const changed = async (point: string | null) => {
        const found: string[] = [];
        for await (const holders of source.changed({ ...asked, seen: point }, at)) {
          found.push(...holders.map(({ residentId }) => residentId));
        }
        return found;
      };
      const before = await changed(null);
      const { seen } = await readingPlace(tx);
      const one = await somebody();
      const after = await changed(seen);
      expect([before.length, after]).toEqual([5, [one.id]]);
    });
  });

  it('leaves out tokens that are withdrawn or over', async () => {
    const [gone, short] = [await somebody(), await somebody(300_000)];
    for (const { id } of [gone, short]) await result(id, 'NOT_DETECTED');
    later(5);
    await publish();
    const size = async () => (await toldTo('510000'))!.records.length / 10;
    const before = await size();
    await world.rows('update codes.code_token set withdrawn_at = $2 where cti = $1', [
      Buffer.from(gone.cti),
      world.clock.at,
    ]);
    later(5);
    await publish();
    expect(await size()).toBe(before - 1);
    later(300);
    await publish();
    expect(await size()).toBe(before - 2);
  });

  it('is signed anew every minute, and not before while nothing changes', async () => {
    later(200);
    await publish();
    const first = (await toldTo('510000'))!.issuedAt;
    later(30);
    await publish();
    expect((await toldTo('510000'))!.issuedAt).toEqual(first);
    later(31);
    await publish();
    expect((await toldTo('510000'))!.issuedAt).toEqual(world.clock.at);
  });

  it('is not signed where no receiver would take it, which the log says once a minute', async () => {
    const log = createLog('codes', 'silent');
    const said: unknown[] = [];
    log.error = (given: unknown) => void said.push(given);
    const small = evidencePublishing({
      ...{ reference: () => reference, foreignPolicies: () => [], log, longest: 25 },
    });
    const share = () =>
      inScope(world.orm, systemIdentity('test', REGION), (tx) =>
        small.publish(tx, REGION, world.clock.at, signers.evidence),
      );
    const before = await kept([REGION]);
    const tokens = (await toldTo('510000'))!.records.length / 10;
    for (const seconds of [5, 30, 31]) {
      later(seconds);
      await share();
    }
    const list = { region: REGION, receiver: '510000', tokens, bytes: 10 * tokens, longest: 25 };
    const alarms = said.filter((one) => (one as typeof list).receiver === '510000');
    expect(alarms).toEqual(Array(2).fill({ alarm: 'EVIDENCE_TOO_LARGE', ...list }));
    expect(await kept([REGION])).toEqual(before);
    expect((await toldTo('510000'))!.issuedAt).not.toEqual(world.clock.at);
  });

  it('is read by its issuer and its receiver, and by no other region', async () => {
    const names = async (regions: readonly string[]) =>
      (await kept(regions)).filter(({ kind }) => kind === 'EVIDENCE').map(({ name }) => name);
    expect(await names([])).toEqual([]);
    expect(await names(['330100'])).toEqual([]);
    expect(await names(['510000'])).toEqual(['evidence:510000']);
    expect(await names([REGION])).toEqual(['evidence:440000', 'evidence:510000']);
  });

  it('cannot be written by its receiver', async () => {
    const write = inScope(world.orm, systemIdentity('test', '510000'), (tx) =>
      signedLists(tx).keepEvidence(
        REGION,
        [
          {
            ...{ name: 'evidence:510000', kind: 'EVIDENCE', signed: Buffer.alloc(1) },
            issuedAt: new Date(world.clock.at.getTime() + 1_000),
          },
        ],
        [],
      ),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it('is at hand for recognition in the regions of a stack, and only for those', async () => {
    const parts = { orm: world.orm, verify: nodeVerify(), log: world.parts.log };
    const lists = await openSharedLists({
      ...{ ...parts, trust: () => reference.trust, now: () => world.clock.at },
      isLocal: (region) => region === '510000',
    });
    expect(lists.of(REGION, '510000')).toMatchObject({ issuer: REGION, receiver: '510000' });
    expect(lists.of(REGION, OTHER)).toBeUndefined();
    await lists.close();
  });

  it('knows the rules of a region of another stack by its signed terms', async () => {
    const parts = { orm: world.orm, verify: nodeVerify(), log: world.parts.log };
    const own = agreed('330000', { issuer: '510000', mode: 'SHARED_DATA' });
    reference = {
      ...reference,
      agreements: [...reference.agreements, own],
      policies: [...reference.policies, plainPolicy(1)],
    };
    later(61);
    await publish();
    const lists = await openSharedLists({
      ...{ ...parts, trust: () => reference.trust, now: () => world.clock.at },
      isLocal: (region) => region === '510000',
    });
    const [policy] = lists.policiesOf(REGION);
    expect(policy?.rules).toEqual(
      plainPolicy(1).rules.map(({ id, version, condition, color, exit }) => ({
        id,
        version,
        condition,
        color,
        exit,
      })),
    );
    await lists.close();
  });

  it('is dropped when the agreement that needed it is withdrawn', async () => {
    reference = {
      ...reference,
      agreements: reference.agreements.map((one) =>
        one.receiver === '510000' ? { ...one, withdrawnAt: world.clock.at } : one,
      ),
    };
    later(5);
    await publish();
    expect(await toldTo('510000')).toBeUndefined();
    expect(await toldTo(OTHER)).toBeDefined();
  });
});
