import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeAnswer } from '../../subgraphs/codes/domain/exchange/list-exchange.ts';
import { trustIndex } from '../../subgraphs/codes/domain/trust/trust-list.ts';
import { startListPuller } from '../../subgraphs/codes/exchange/pull-lists.ts';
import { agreementExchange } from '../../subgraphs/codes/persistence/agreement-exchange.ts';
import { nodeVerify } from '../../subgraphs/codes/persistence/node-crypto.ts';
import { aKey, aSigner, aTrustList, NOW } from '../../subgraphs/codes/persistence/signing-fakes.ts';
import { storage } from '../../subgraphs/codes/persistence/storage.ts';
import { trustListStore } from '../../subgraphs/codes/persistence/trust-list.store.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { openOrm } from '../../subgraphs/kit/orm.ts';
import { emptyDatabase, type EmptyDatabase } from '../system/support/empty-database.ts';
import { until } from '../system/support/until.ts';

const OURS = '330000';
const signer = aSigner();

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

/** Another stack, which counts how often it is asked; it answers that nothing is new, or not at all. */
async function aStack(answers: boolean) {
  const nothing = encodeAnswer({
    ...{ trust: { change: 'NONE', bytes: null }, lists: [], agreements: [] },
  });
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    if (answers) response.end(nothing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

it('a stack that does not answer holds up nobody, and is not asked twice at once', async () => {
  const [silent, quick] = [await aStack(false), await aStack(true)];
  const list = aTrustList([
    aKey(signer, { region: OURS, use: 'evidence' }),
    aKey(aSigner(), { region: '440000', use: 'status' }),
    aKey(aSigner(), { region: '510000', use: 'status' }),
  ]);
  const endpoints = new Map([
    ['440000', silent.endpoint],
    ['510000', quick.endpoint],
  ]);
  const regions = list.regions.map((one) => {
    const endpoint = endpoints.get(one.region);
    return endpoint === undefined ? one : { ...one, endpoint };
  });
  const trust = () => trustIndex({ ...list, regions });
  const verify = nodeVerify();
  const puller = startListPuller({
    ...{ orm, trust, ownTrust: trust, verify, now: () => NOW, log: createLog('test', 'silent') },
    keys: { signer: (region) => (region === OURS ? signer : undefined) },
    ...{ isLocal: (region) => region === OURS, receivers: () => [], everyMs: 20 },
    agreements: agreementExchange({ orm, trust, verify, now: () => NOW }),
    trustLists: trustListStore(orm),
    trustRules: () => ({ roots: [], threshold: 1, environment: 'production', current: 0 }),
  });
  try {
    await until(
      () => Promise.resolve(quick.asked()),
      (asked) => asked >= 5,
    );
    expect(silent.asked()).toBe(1);
  } finally {
    silent.close();
    quick.close();
    await puller.stop();
  }
});
