import { generateKeyPairSync } from 'node:crypto';
import { fastify } from 'fastify';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  emptyDatabase,
  type EmptyDatabase,
} from '../../../../test/system/support/empty-database.ts';
import { createLog } from '../../log.ts';
import { askWitnesses } from '../ask-witnesses.ts';
import { checkpointHash } from '../checkpoint.ts';
import { mountCheckpoints } from '../checkpoint-routes.ts';
import { isCosigned } from '../cosign.ts';
import { pemSigner, publicKeyOf } from '../../signing/sealed-signer.ts';
import { keptCheckpoint } from '../kept-checkpoint.ts';
import { verifyLog } from '../verify.ts';
import { witnessOf } from '../witness.ts';
import { chainReader } from './chain.reader.ts';
import { checkpointStore, type CheckpointStore } from './checkpoint.store.ts';
import { askOf } from './open-reader.ts';

const silent = createLog('test', 'silent');
const { privateKey } = generateKeyPairSync('ed25519');
const key = pemSigner(String(privateKey.export({ type: 'pkcs8', format: 'pem' })), 'EdDSA');
let database: EmptyDatabase;
let store: CheckpointStore;
let superuser: Client;

beforeAll(async () => {
  database = await emptyDatabase();
  store = checkpointStore(database.urls.tongma_checkpoint);
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await store.close();
  await database.drop();
});

const kept = () => keptCheckpoint(database.folder.checkpointFile);
const verify = () =>
  verifyLog({
    ...{
      reader: chainReader(askOf(superuser)),
      keys: [database.checkpointKey],
      kept: kept().read(),
    },
    ...{ region: null, now: Date.now() },
  });

describe('cosigning', () => {
  it('brings cosignatures over HTTP, catches up after a pause, and holds nothing up', async () => {
    const app = fastify();
    const { log } = (await database.checkpointer.chain(null))[0] ?? { log: '' };
    const logs = [{ log, key: database.checkpointKey }];
    const file = `${database.folder.root}/witnessed.json`;
    const witness = witnessOf({ log: 'neighbor', key }, logs, file);
    mountCheckpoints(app, '/audit', database.checkpointer, witness);
    const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/audit`;
    const known = [{ name: 'neighbor', url, key: publicKeyOf(key) }];
    try {
      await askWitnesses(store, known, silent);
      await database.checkpointer.sealNow();
      await database.checkpointer.sealNow();
      await askWitnesses(store, known, silent);
      const { rows } = await superuser.query<{ number: string; signature: Buffer }>(
        'select number, signature from audit.cosignature order by number',
      );
      expect(rows.map(({ number }) => Number(number))).toEqual([1, 3]);
      const [newest] = await database.checkpointer.chain(null);
      const hash = checkpointHash(newest!);
      expect(isCosigned('neighbor', hash, rows[1]!.signature, known[0]!.key)).toBe(true);

      const response = await fetch(`${url}/checkpoint?after=1`);
      const { checkpoints } = (await response.json()) as { checkpoints: { number: number }[] };
      expect(checkpoints.map(({ number }) => number)).toEqual([2, 3]);
      expect((await fetch(`${url}/checkpoint?after=x`)).status).toBe(400);
      const bad = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      expect((await fetch(`${url}/cosign`, bad)).status).toBe(400);
    } finally {
      await app.close();
    }
    expect((await verify()).cosigned).toEqual([{ witness: 'neighbor', number: 3 }]);
    // A witness that is away holds nothing up.
    await database.checkpointer.sealNow();
    await askWitnesses(store, known, silent);
  });
});

describe('a database that was put back to an earlier state', () => {
  it('is noticed, named by verifying, and said in the log by its next entry', async () => {
    const before = kept().read();
    await superuser.query('delete from audit.checkpoint_head where number >= 3');
    await superuser.query('delete from audit.cosignature where number >= 3');
    await superuser.query('delete from audit.checkpoint where number >= 3');
    expect((await verify()).faults).toMatchObject([{ fault: 'ROLLED_BACK', checkpoint: 3 }]);

    const { alarms, checkpoint } = await database.checkpointer.sealNow();
    expect(alarms).toMatchObject([{ alarm: 'HISTORY_ROLLED_BACK', sequence: 3 }]);
    expect(checkpoint.number).toBe((before?.number ?? 0) + 1);
    expect(Buffer.compare(checkpoint.previous, before?.hash ?? Buffer.alloc(0))).toBe(0);
    const { rows } = await superuser.query('select region, kind from audit.entry');
    expect(rows).toEqual([{ region: '000000', kind: 'HISTORY_ROLLED_BACK' }]);
    // It stays to be seen, and hides nothing else.
    expect((await verify()).faults).toMatchObject([{ fault: 'ROLLED_BACK', checkpoint: 3 }]);
    await superuser.query("update audit.body set body = '{}'");
    expect((await verify()).faults).toMatchObject([
      { fault: 'ROLLED_BACK' },
      { fault: 'BODY_CHANGED', sequence: 1 },
    ]);
  });
});
