import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { newId } from '../../kit/new-id.ts';
import { openOrm } from '../../kit/orm.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import type { CodeWithEvidence } from '../domain/policy/dry-run.ts';
import { NATIONAL_EDITIONS, nationalPolicy } from '../domain/policy/national/editions.ts';
import { aDraft, aVersion } from '../domain/policy/policy-fakes.ts';
import { policyKind } from '../domain/policy/policy-kinds.ts';
import type { PolicyStore } from '../domain/policy/policy-store.ts';
import type { DryRunLimit } from '../domain/policy/try-policy.ts';
import { codesPublisher } from '../publish.ts';
import { EvidenceRow } from './evidence.entity.ts';
import { HealthCodeRow } from './health-code.entity.ts';
import { PolicyDraftRow } from './policy-draft.entity.ts';
import { policyStore } from './policy.store.ts';
import { PolicyRow } from './reference.entity.ts';
import { storage } from './storage.ts';

const REGION = '330000';
const NOW = new Date('2022-07-10T00:00:00.000Z');

let database: EmptyDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await emptyDatabase();
  orm = await openOrm(storage, database.urls.tongma_codes, 4);
  const publisher = await codesPublisher(database.urls.tongma_codes);
  await publisher.policy(nationalPolicy(NATIONAL_EDITIONS[0], REGION, 1, new Date('2021-05-11')));
  await publisher.close();
});

afterAll(async () => {
  await orm.close();
  await database.drop();
});

const scope = (region: string) => ({ regions: [region], residents: '*', subject: 'x' }) as const;
const within = <T>(region: string, work: (store: PolicyStore) => Promise<T>) =>
  inScope(orm, scope(region), (tx) => work(policyStore(tx)));

describe('published versions', () => {
  it('are added by their own region alone, each number once', async () => {
    const version = aVersion({ version: 2, publishedAt: NOW, validFrom: NOW });
    await expect(within('510000', (store) => store.publish(version))).rejects.toThrow(
      'row-level security',
    );
    const both = [1, 2].map(() => within(REGION, (store) => store.publish(version)));
    expect((await Promise.all(both)).toSorted()).toEqual([false, true]);
    expect(await within(REGION, (store) => store.find(REGION, 2))).toEqual(version);
  });

  it('are listed newest first, page by page', async () => {
    const first = await within(REGION, (store) => store.list(REGION, { first: 1, after: null }));
    expect(first.rows.map(({ version }) => version)).toEqual([2, 1]);
    const next = await within(REGION, async (store) => {
      const { rows, total } = await store.list(REGION, { first: 1, after: ['2'] });
      return { rows, total: await total() };
    });
    expect(next).toMatchObject({ rows: [{ version: 1, publishedAt: null }], total: 2 });
  });

  it('end when they are withdrawn, once', async () => {
    await expect(within('510000', (store) => store.withdraw(REGION, 2, NOW))).resolves.toBe(false);
    const both = [1, 2].map(() => within(REGION, (store) => store.withdraw(REGION, 2, NOW)));
    expect((await Promise.all(both)).toSorted()).toEqual([false, true]);
    expect(await within(REGION, (store) => store.find(REGION, 2))).toMatchObject({
      ...{ withdrawnAt: NOW, validTo: NOW },
    });
  });

  it.each<[string, (em: EntityManager) => Promise<number>]>([
    ['its rules', (em) => em.nativeUpdate(PolicyRow, { region: REGION }, { rules: [] })],
    ['a version', (em) => em.nativeDelete(PolicyRow, { region: REGION })],
    ['what was proposed', (em) => em.nativeUpdate(PolicyDraftRow, { id: 'x' }, { rules: [] })],
    ['a draft', (em) => em.nativeDelete(PolicyDraftRow, { id: 'x' })],
  ])('nobody changes %s', async (_what, change) => {
    const publisher = { ...scope(REGION), subject: 'publisher' };
    const changed = inScope(orm, publisher, async (tx) => change(await tx()));
    await expect(changed).rejects.toThrow('permission denied');
  });
});

describe('what is proposed', () => {
  it('is kept as it was read, for its region', async () => {
    const draft = { ...aDraft(), id: `${REGION}-draft`, createdAt: NOW };
    await within(REGION, (store) => store.addDraft(draft));
    expect(await within(REGION, (store) => store.draft(draft.id))).toEqual(draft);
    expect(await within('510000', (store) => store.draft(draft.id))).toBeNull();
  });

  it('is tried on every code of the region with its evidence', async () => {
    const ids = Array.from({ length: 1_203 }, (_, n) => String(n).padStart(6, '0'));
    await inScope(orm, scope(REGION), async (tx) => {
      const em = await tx();
      const state = 'UNDER_REVIEW' as const;
      await em.insertMany(
        HealthCodeRow,
        ids.map((id) => ({ region: REGION, id, residentId: `r-${id}`, state, createdAt: NOW })),
      );
      await em.insertMany(
        EvidenceRow,
        ids.slice(1).map((id) => ({
          ...{ region: REGION, id: `e-${id}`, residentId: `r-${id}`, kind: 'STAY' },
          ...{ body: { source: 'SELF', stayId: id }, occurredAt: NOW, takenInAt: NOW },
        })),
      );
    });
    const found: CodeWithEvidence[] = [];
    await within(REGION, async (store) => {
      for await (const chunk of store.codes(REGION, '000100')) found.push(...chunk);
    });
    // Those behind the place where it starts, then the others.
    const inOrder = [...ids.slice(101), ...ids.slice(0, 101)];
    expect(found.map(({ code }) => code.id)).toEqual(inOrder);
    expect(found.map(({ evidence }) => evidence.map(({ id }) => id).join())).toEqual(
      inOrder.map((id) => (id === ids[0] ? '' : `e-${id}`)),
    );
    expect(found[0]?.evidence[0]).toMatchObject({ kind: 'STAY', takenInAt: NOW });
    await within('510000', async (store) => {
      for await (const chunk of store.codes(REGION, '')) expect(chunk).toEqual([]);
    });
  });

  it('§5.6 is tried on no more codes than a dry run may take, and what it would do estimated', async () => {
    const size = 6_000;
    const region = '510000';
    await inScope(orm, scope(region), async (tx) => {
      const codes = Array.from({ length: size }, () => ({
        ...{ region, id: newId(region), residentId: newId(region), createdAt: NOW },
        ...{ state: 'ACTIVE' as const, color: 'RED' as const, policyVersion: 1, decidedAt: NOW },
        ...{ maskedName: '样*', birthMonthDay: '0317' },
      }));
      await (await tx()).insertMany(HealthCodeRow, codes);
    });
    const [current] = NATIONAL_EDITIONS;
    const version = nationalPolicy(current, region, 1, new Date('2021-05-11'));
    const publisher = await codesPublisher(database.urls.tongma_codes);
    await publisher.policy(version);
    await publisher.close();
    const dryRun = (limit: DryRunLimit) =>
      inScope(orm, scope(region), async (tx, audit) => {
        const store = policyStore(tx);
        const id = newId(region);
        await store.addDraft({ ...aDraft({ region }), id, createdAt: NOW });
        const ports = { store, audit, newId, limit, now: () => NOW };
        const reevaluate = () => Promise.resolve();
        const counts = await policyKind({ ...ports, reevaluate }).dryRun(region, id);
        return Object.fromEntries(counts.map(({ name, count }) => [name, count]));
      });
    // Nobody was ever red for a reason: all get better.
    expect(await dryRun({ codes: size, ms: 60_000 })).toMatchObject({
      ...{ codes: size, changed: size, redToGreen: size },
    });
    const estimated = await dryRun({ codes: 2_000, ms: 60_000 });
    expect(estimated).toMatchObject({ tried: expect.any(Number) as number });
    expect(estimated['tried']).toBeGreaterThanOrEqual(1_000);
    expect(estimated['tried']).toBeLessThanOrEqual(2_000);
    // Six deviations of a sample of a thousand: it is wrong once in a billion runs.
    for (const name of ['codes', 'changed', 'redToGreen']) {
      expect(Math.abs((estimated[name] ?? 0) - size)).toBeLessThan(size * 0.19);
    }
    expect(estimated['changedAtMost']).toBeGreaterThan(estimated['changedAtLeast'] ?? Infinity);
  });
});
