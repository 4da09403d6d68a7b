import type { MikroORM } from '@mikro-orm/postgresql';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { createLog } from '../../kit/log.ts';
import { openOrm } from '../../kit/orm.ts';
import { PUBLISHER } from '../../kit/scope/row-policies.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { agreementFor } from '../domain/recognition/agreement.ts';
import { signAgreement } from '../domain/recognition/signed-agreement.ts';
import type { WithdrawnKey } from '../domain/trust/key-withdrawal.ts';
import { NAMES } from '../domain/trust/trust-fakes.ts';
import { signTrustList, type TrustList } from '../domain/trust/trust-list.ts';
import { AgreementRow } from './agreement.entity.ts';
import { rootKeys } from './key-file.ts';
import { nodeVerify } from './node-crypto.ts';
import { loadReference, openReferenceData } from './reference-data.ts';
import { TrustListRow } from './reference.entity.ts';
import { after, aKey, aSigner, aTrustList, NOW } from './signing-fakes.ts';
import { storage } from './storage.ts';
import { trustFloor } from './trust-floor.ts';
import { trustListStore, type TrustListStore } from './trust-list.store.ts';

const signers = [aSigner(), aSigner()];
const roots = {
  ...{ environment: 'production' as const, threshold: 2 },
  roots: signers.map(({ spki }) => Buffer.from(spki).toString('base64')),
};
const key = aKey(aSigner());
const publishing = { regions: [], residents: [], subject: PUBLISHER };

let database: EmptyDatabase;
let orm: MikroORM;
let store: TrustListStore;
let folder: string;

beforeAll(async () => {
  database = await emptyDatabase();
  orm = await openOrm(storage, database.urls.tongma_codes, 4);
  store = trustListStore(orm);
  folder = mkdtempSync(join(tmpdir(), 'tongma-floor-'));
});

afterAll(async () => {
  await orm.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

beforeEach(() =>
  inScope(orm, publishing, async (tx) => {
    await (await tx()).nativeDelete(TrustListRow, {});
  }),
);

const signed = (version: number, given: Partial<TrustList> = {}, by = signers) =>
  signTrustList(aTrustList([key], { version, ...given }), by);

async function put(bytes: Uint8Array, current = 0) {
  const rules = { ...rootKeys(roots), current, verify: nodeVerify(), now: NOW };
  const outcome = await store.put(bytes, rules);
  return 'fault' in outcome ? outcome.fault : outcome.stored;
}

/** What somebody with the database in hand could write: nothing is verified. */
async function write(version: number, bytes: Uint8Array) {
  await inScope(orm, publishing, async (tx) => {
    const row = { version, signed: Buffer.from(bytes), publishedAt: NOW };
    await (await tx()).insert(TrustListRow, row);
  });
}

const drop = (version: number) =>
  inScope(orm, publishing, async (tx) => {
    await (await tx()).nativeDelete(TrustListRow, { version });
  });

function loading(path?: string, now = NOW) {
  const floor = trustFloor(path);
  const log = createLog('test', 'silent');
  const parts = { orm, roots, floor, log, verify: nodeVerify(), now: () => now };
  return (current?: Awaited<ReturnType<typeof loadReference>>) => loadReference(parts, current);
}

const versionOf = ({ trust }: { trust: { list: TrustList } | null }) => trust?.list.version ?? null;

describe('publishing a trust list', () => {
  it('stores one that holds, once', async () => {
    const bytes = await signed(7);
    expect(await put(bytes)).toBe(true);
    expect(await put(bytes)).toBe(false);
    expect(await store.signed(7)).toEqual(Buffer.from(bytes));
  });

  it('takes one that several processes store at once', async () => {
    const bytes = await signed(7);
    const outcomes = await Promise.all([put(bytes), put(bytes), put(bytes)]);
    expect(outcomes.filter((outcome) => typeof outcome === 'string')).toEqual([]);
    expect(await store.signed(7)).toEqual(Buffer.from(bytes));
  });

  it('refuses one that is older than what is there or was ever in use', async () => {
    expect(await put(await signed(7))).toBe(true);
    expect(await put(await signed(6))).toBe('ROLLBACK');
    expect(await put(await signed(8), 9)).toBe('ROLLBACK');
    expect(await put(await signed(9), 9)).toBe(true);
  });

  it('refuses another of the same version, too few signatures and one that is over', async () => {
    expect(await put(await signed(7))).toBe(true);
    expect(await put(await signed(7, { expiresAt: after(60) }))).toBe('OTHER_CONTENT');
    expect(await put(await signed(8, {}, signers.slice(1)))).toBe('TOO_FEW_SIGNATURES');
    expect(await put(await signed(8, { expiresAt: NOW }))).toBe('EXPIRED');
  });

  it('is not held up by one that nobody signed', async () => {
    await write(99, await signed(99, {}, [aSigner()]));
    expect(await put(await signed(7))).toBe(true);
  });
});

describe('the trust list in use', () => {
  it('is the newest that holds, and names regions that nobody published here', async () => {
    const regions = [{ region: '440000', state: 'ACTIVE' as const, keys: [], names: NAMES }];
    await put(await signed(7));
    await put(await signed(8, { regions }));
    await write(99, await signed(99, {}, [aSigner()]));
    const reference = await loading()();
    expect(versionOf(reference)).toBe(8);
    expect(reference.regions.get('440000')).toEqual({ id: '440000', names: NAMES });
  });

  it('does not fall while the process lives, nor when it starts again', async () => {
    const path = join(folder, 'floor.json');
    const load = loading(path);
    await put(await signed(7));
    await put(await signed(8));
    const first = await load();
    expect(versionOf(first)).toBe(8);
    await drop(8); // the table as it was before
    expect(versionOf(await load(first))).toBe(8);
    expect(versionOf(await loading(path)())).toBeNull();
    await put(await signed(9), 8);
    expect(versionOf(await loading(path)())).toBe(9);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ version: 9 });
  });

  it('that is over stays known, and nothing older takes its place', async () => {
    await put(await signed(7));
    await put(await signed(8, { expiresAt: after(60) }));
    expect(versionOf(await loading(undefined, after(60))())).toBe(8);
  });

  it('is not guessed from a floor that is broken', () => {
    const path = join(folder, 'broken.json');
    writeFileSync(path, '{');
    expect(() => trustFloor(path)).toThrow('is broken');
  });
});

describe('keys that regions of other stacks say are withdrawn', () => {
  it('count for nothing as soon as it is loaded again, but to open what those regions say', async () => {
    const [ours, theirs] = [aSigner(), aSigner()];
    const policy = { use: 'policy' as const };
    const [receiver, issuer] = ['510000', '440000'];
    const keys = [
      aKey(ours, { region: receiver, ...policy }),
      aKey(theirs, { region: issuer, ...policy }),
    ];
    await put(await signTrustList(aTrustList(keys, { version: 7 }), signers));
    const terms = { mode: 'CONVERT' as const, colorMap: {}, conditions: [] };
    const times = { validFrom: after(-9), validTo: after(99) };
    const agreement = { receiver, issuer, version: 1, ...terms, ...times };
    const bytes = await signAgreement(agreement, [ours, theirs]);
    await inScope(orm, { ...publishing, regions: [receiver] }, async (tx) => {
      const row = { region: receiver, issuer, version: 1, signed: Buffer.from(bytes) };
      await (await tx()).insert(AgreementRow, row);
    });
    const withdrawn: WithdrawnKey[] = [];
    const reference = await openReferenceData({
      ...{ orm, roots, floor: trustFloor(undefined), verify: nodeVerify(), now: () => NOW },
      ...{ log: createLog('test', 'silent'), withdrawnElsewhere: () => withdrawn },
    });
    const inForce = () => {
      const { agreements } = reference.current();
      return agreementFor(agreements, receiver, issuer, NOW)?.version ?? null;
    };
    expect(inForce()).toBe(1);
    withdrawn.push({ region: '440000', kid: theirs.kid });
    await reference.reload();
    expect(inForce()).toBeNull();
    expect(reference.current().trust?.key(theirs.kid)?.state).toBe('TERMINATED');
    expect(reference.ownTrust()?.key(theirs.kid)?.state).toBe('ACTIVE');
    await reference.close();
  });
});
