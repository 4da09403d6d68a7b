import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import type { Identity } from '../../kit/identity.ts';
import { newId } from '../../kit/new-id.ts';
import { openOrm } from '../../kit/orm.ts';
import { proposalUseCases } from '../../kit/proposal/decide.ts';
import { proposalStore } from '../../kit/proposal/proposal.store.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { NATIONAL_EDITIONS, nationalPolicy } from '../domain/policy/national/editions.ts';
import { aDraft } from '../domain/policy/policy-fakes.ts';
import { policyKind, policyWithdrawalKind, POLICY_KINDS } from '../domain/policy/policy-kinds.ts';
import type { PolicyStore } from '../domain/policy/policy-store.ts';
import { gapAfter, inForce } from '../domain/policy/versions.ts';
import { codesPublisher } from '../publish.ts';
import { policyStore } from './policy.store.ts';
import { ProposalRow } from './proposal.entity.ts';
import { storage } from './storage.ts';

const REASON = 'a story of two approvals';
const NOW = new Date('2022-07-10T00:00:00.000Z');
const now = () => NOW;
/** Each story has a region of its own. */
const REGIONS = ['330000', '330100', '510000'] as const;

let database: EmptyDatabase;
let orm: MikroORM;
let superuser: Client;

beforeAll(async () => {
  database = await emptyDatabase();
  orm = await openOrm(storage, database.urls.tongma_codes, 6);
  const publisher = await codesPublisher(database.urls.tongma_codes);
  const [first, second] = NATIONAL_EDITIONS;
  for (const [region, validTo, validFrom] of [
    [REGIONS[0], null, '2022-06-28'],
    [REGIONS[1], new Date('2022-08-01'), '2022-09-01'],
    [REGIONS[2], null, '2022-06-28'],
  ] as const) {
    const begun = nationalPolicy(first, region, 1, new Date('2021-05-11'));
    await publisher.policy({ ...begun, validTo });
    await publisher.policy(nationalPolicy(second, region, 2, new Date(validFrom)));
  }
  await publisher.close();
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await orm.close();
  await database.drop();
});

const person = (subject: string): Identity => ({
  ...{ kind: 'OFFICIAL', subject, scopes: ['policy:propose', 'policy:approve'], agency: 'a' },
  ...{ grants: [...REGIONS], regions: [...REGIONS], residents: '*', purposes: [] },
  authenticatedAt: NOW.toISOString(),
});
const [author, approver] = [person('author'), person('approver')];

type Cases = ReturnType<typeof proposalUseCases>;

/** Does something in a transaction of its own; `read` is waited for when the versions were read. */
function as<T>(
  by: Identity,
  work: (proposals: Cases, store: PolicyStore) => Promise<T>,
  read: () => Promise<void> = () => Promise.resolve(),
): Promise<T> {
  return inScope(orm, by, (tx, audit) => {
    const kept = policyStore(tx);
    const store: PolicyStore = {
      ...kept,
      async versions(region) {
        const versions = await kept.versions(region);
        await read();
        return versions;
      },
    };
    const ports = { store, audit, now, newId, reevaluate: () => Promise.resolve() };
    const kinds = [policyKind(ports), policyWithdrawalKind(ports)];
    const proposing = { store: proposalStore(tx, ProposalRow), kinds, audit, now, newId };
    return work(proposalUseCases(proposing), store);
  });
}

async function withdrawal(region: string, version: number): Promise<string> {
  const { id } = await as(author, ({ propose }) =>
    propose(POLICY_KINDS.withdraw, region, String(version), REASON, author),
  );
  return id;
}

async function publication(region: string, validTo: Date | null): Promise<string> {
  const { id } = await as(author, async ({ propose }, store) => {
    const draft = { ...aDraft({ region, validTo }), id: newId(region), createdAt: NOW };
    await store.addDraft(draft);
    return propose(POLICY_KINDS.publish, region, draft.id, REASON, author);
  });
  return id;
}

async function oneWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await superuser.query(
      "select 1 from pg_locks where locktype = 'advisory' and not granted",
    );
    if (rowCount === 1) return;
    await sleep(20);
  }
}

/**
 * Approves proposals in the same moment: nobody goes on before all have read the versions, as far as
 * they are let; gives how each ended.
 */
async function approvedAtOnce(...ids: readonly string[]): Promise<string[]> {
  let reading = ids.length;
  const { promise: allRead, resolve } = Promise.withResolvers<undefined>();
  const read = () => {
    reading -= 1;
    if (reading === 0) resolve(undefined);
    return Promise.race([allRead, oneWaits()]);
  };
  const approvals = ids.map((id) => as(approver, ({ approve }) => approve(id, approver), read));
  const ended = await Promise.allSettled(approvals);
  return ended
    .map((one) => (one.status === 'fulfilled' ? one.value.state : codeOf(one.reason)))
    .toSorted();
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

const versionsOf = (region: string) => as(author, (_proposals, store) => store.versions(region));

describe('approvals of one moment', () => {
  it('§5.2 withdraw no version that would leave the region without any', async () => {
    const [region] = REGIONS;
    const ids = [await withdrawal(region, 1), await withdrawal(region, 2)];
    expect(await approvedAtOnce(...ids)).toEqual(['APPROVED', 'ILLEGAL_TRANSITION']);
    expect(inForce(await versionsOf(region), NOW)).not.toBeNull();
  });

  it('§5.2 publish no version that ends and withdraw what follows it', async () => {
    const [, region] = REGIONS;
    // There is a gap, which the new one would fill: what follows it may be withdrawn till then.
    const ids = [await publication(region, new Date('2022-10-01')), await withdrawal(region, 2)];
    const ended = await approvedAtOnce(...ids);
    expect(ended.filter((one) => one === 'APPROVED')).toHaveLength(1);
    const versions = await versionsOf(region);
    const isPublished = versions.length === 3;
    const gap = isPublished ? null : new Date('2022-08-01');
    expect(gapAfter(versions, NOW)).toEqual(gap);
    expect(ended).toContain(isPublished ? 'ILLEGAL_TRANSITION' : 'BAD_USER_INPUT');
  });

  it('of different regions do not wait for each other', async () => {
    const [, , region] = REGIONS;
    const held = Promise.withResolvers<undefined>();
    const holding = as(approver, async (_proposals, store) => {
      await store.lock('110000');
      await held.promise;
    });
    expect(await approvedAtOnce(await publication(region, null))).toEqual(['APPROVED']);
    held.resolve(undefined);
    await holding;
  });
});
