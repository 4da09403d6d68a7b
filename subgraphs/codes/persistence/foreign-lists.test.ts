import type { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { until } from '../../../test/system/support/until.ts';
import { systemIdentity } from '../../kit/identity.ts';
import { createLog } from '../../kit/log.ts';
import { openOrm } from '../../kit/orm.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { allGreen } from '../domain/status/status-bits.ts';
import { uriOf } from '../domain/status/place.ts';
import { LISTS_MAX, signStatement } from '../domain/status/statement.ts';
import { signStatusList } from '../domain/status/status-list.ts';
import { openForeignLists } from './foreign-lists.ts';
import { nodeVerify, packed, sha256 } from './node-crypto.ts';
import { signedLists, type SignedList } from './signed-list.store.ts';
import { after, aKey, aSigner, aTrust, NOW } from './signing-fakes.ts';
import { storage } from './storage.ts';

const HONEST = '510000';
const GREEDY = '440000';
const signers = { [HONEST]: aSigner(), [GREEDY]: aSigner() };
const keyOf = (region: keyof typeof signers) => aKey(signers[region], { region, use: 'status' });
const trust = aTrust([keyOf(HONEST), keyOf(GREEDY)]);
const LIFE = { expiresAt: after(86_400) };
const log = createLog('test', 'silent');

let database: EmptyDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await emptyDatabase();
  orm = await openOrm(storage, database.urls.tongma_codes, 4);
});

afterAll(async () => {
  await orm.close();
  await database.drop();
});

const idOf = (issuer: string, part: number) => ({
  ...{ issuer, kind: 'PAPER' as const, issuedOn: '2022-11-24', part },
});

/** Status lists of some parts, all green. */
async function someLists(region: keyof typeof signers, parts: number): Promise<SignedList[]> {
  const green = packed(allGreen());
  const made = Array.from({ length: parts }, async (_, part) => {
    const id = idOf(region, part);
    const about = { id, ...LIFE, issuedAt: NOW };
    const signed = await signStatusList(about, green, signers[region]);
    return { name: uriOf(id), kind: 'STATUS_LIST' as const, signed, issuedAt: NOW };
  });
  return Promise.all(made);
}

/** Writes down what a region says, as whoever fetches it does. */
async function write(
  region: keyof typeof signers,
  lists: readonly SignedList[],
  issuedAt: Date,
  further = 0,
) {
  const named = [
    ...lists.map(({ signed }, part) => ({ id: idOf(region, part), digest: sha256(signed) })),
    ...Array.from({ length: further }, (_, n) => {
      return { id: idOf(region, lists.length + n), digest: new Uint8Array(32) };
    }),
  ];
  const said = { issuer: region, issuedAt, ...LIFE, lists: named, ctis: [], places: [], kids: [] };
  const signed = await signStatement(said, signers[region]);
  const statement = { name: 'statement', kind: 'STATEMENT' as const, signed, issuedAt };
  const names = lists.map(({ name }) => name);
  await inScope(orm, systemIdentity('test', region), (tx) =>
    signedLists(tx).keep(region, [statement, ...lists], names),
  );
}

describe('lists of other stacks', () => {
  it('are verified once, however often their region states that they hold', async () => {
    const lists = await someLists(HONEST, 20);
    await write(HONEST, lists, NOW);
    const verify = nodeVerify();
    let verified = 0;
    const foreign = await openForeignLists({
      ...{ orm, trust: () => trust, isLocal: () => false, now: () => after(60), log },
      rules: { roots: [], threshold: 1, environment: 'production' },
      verify: (...given) => {
        verified += 1;
        return verify(...given);
      },
    });
    try {
      expect([foreign.of(HONEST)?.lists.size, verified]).toEqual([20, 21]);
      await write(HONEST, lists, after(30));
      await until(
        () => Promise.resolve(foreign.of(HONEST)?.statement.issuedAt),
        (at) => at?.getTime() === after(30).getTime(),
        10_000,
      );
      expect([foreign.of(HONEST)?.lists.size, verified]).toEqual([20, 22]);
    } finally {
      await foreign.close();
    }
  });

  it('that were kept before they were too many keep nobody from starting', async () => {
    await write(HONEST, await someLists(HONEST, 2), after(40));
    await write(GREEDY, await someLists(GREEDY, 2), NOW, LISTS_MAX);
    const foreign = await openForeignLists({
      ...{ orm, trust: () => trust, isLocal: () => false, now: () => after(60), log },
      ...{ rules: { roots: [], threshold: 1, environment: 'production' }, verify: nodeVerify() },
    });
    await foreign.close();
    expect(foreign.of(GREEDY)).toBeUndefined();
    expect(foreign.of(HONEST)?.lists.size).toBe(2);
  });
});
