import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { reachDatabase } from '../../cli/all-in-one/reach-database.ts';
import { BackupError } from '../../cli/backup/backup-error.ts';
import { readBackupKey } from '../../cli/backup/backup-key.ts';
import { checkBackup } from '../../cli/backup/read-backup.ts';
import { restoreFolder, tongmaAt } from '../../cli/backup/restore-folder.ts';
import { openDataFolder } from '../../cli/embedded/data-folder.ts';
import { demoFile } from '../../cli/all-in-one/demo-file.ts';
import { ALL } from '../sample.ts';
import { send } from './support/send.ts';
import { ask, tokenOf } from './support/client.ts';
import { emptyDatabase, type EmptyDatabase } from './support/empty-database.ts';
import { runBuilt, runTongma } from './support/parts.ts';
import { registered, somebody } from './support/people.ts';
import {
  exitCode,
  finish,
  launch,
  printed,
  temporaryFolder,
  type StartedTongma,
} from './support/process.ts';

const REGION = '330100';
const FIND = `query($input: FindResidentsInput!) { findResidents(input: $input) { id } }`;

const folders: string[] = [];
let file: string;
let key: string;
const known: { id: string; documentNumber: string }[] = [];

function folder(): string {
  const made = temporaryFolder();
  folders.push(made);
  return made;
}

/** Lets people be registered through the graph while something else is done. */
async function whileRegistering(work: () => Promise<unknown>): Promise<void> {
  let over = false;
  const writing = [1, 2, 3].map(async () => {
    while (!over) {
      // Numbers that no other story has; a run makes hundreds.
      const documentNumber = `E${randomBytes(6).toString('hex').toUpperCase()}`;
      const person = { ...somebody('330106'), documentType: 'PASSPORT', documentNumber };
      const id = await registered(REGION, '330106', person);
      known.push({ id, documentNumber: person.documentNumber });
    }
  });
  try {
    await work();
  } finally {
    over = true;
    await Promise.all(writing);
  }
}

async function counts(data: string): Promise<Record<string, number>> {
  const { superuserUrl, leave } = await reachDatabase(data);
  const client = new Client({ connectionString: tongmaAt(superuserUrl) });
  await client.connect();
  try {
    const { manifest } = await checkBackup(file, readBackupKey(key));
    const found: Record<string, number> = {};
    for (const { schema, table } of manifest.tables) {
      const sql = `select count(*)::int as n from "${schema}"."${table}"`;
      found[`${schema}.${table}`] = (await client.query<{ n: number }>(sql)).rows[0]!.n;
    }
    return found;
  } finally {
    await client.end();
    await leave();
  }
}

beforeAll(() => {
  file = join(folder(), 'tongma.backup');
  key = join(inject('data'), 'backup-key');
});

afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

describe('keys of a running Tongma', () => {
  it('are replaced by command, while people register', async () => {
    const data = inject('data');
    await whileRegistering(async () => {
      expect(
        await runTongma(['keys', 'rotate', 'data', '--region', REGION], { TONGMA_DATA: data }),
      ).toContain('and no older one');
      expect(await runTongma(['keys', 'rotate', 'index'], { TONGMA_DATA: data })).toContain(
        'new key',
      );
    });
    for (const { id, documentNumber } of known.slice(-20)) {
      const input = { name: '周样甲', documentType: 'PASSPORT', documentNumber };
      const found = (await ask(`case-officer-${REGION}`, FIND, { input })).findResidents;
      expect(found).toContainEqual({ id });
    }
  });

  it.each([
    [['keys', 'rotate', 'data', '--region', '999999'], {}, 'registers no residents'],
    [
      ['keys', 'rotate', 'kek'],
      { RESIDENTS_DATABASE_URL: 'postgres://127.0.0.1:1/x' },
      'FIELD_KEY',
    ],
    [
      ['keys', 'rotate', 'data'],
      {
        RESIDENTS_DATABASE_URL: 'postgres://127.0.0.1:1/x',
        FIELD_KEY: Buffer.alloc(32).toString('base64url'),
      },
      'cannot be used',
    ],
  ])('are refused in one sentence: %j %j', async (args, env, words) => {
    const said = await runTongma(args, { TONGMA_DATA: inject('data'), ...env }).catch(String);
    expect(said).toContain(words);
    expect(said).not.toContain('    at ');
  });
});

describe('a backup', () => {
  it('is written while people register, and says what it holds', async () => {
    await whileRegistering(() =>
      runTongma(['backup', file, '--with-secrets'], { TONGMA_DATA: inject('data') }),
    );
    const { manifest, files } = await checkBackup(file, readBackupKey(key));
    expect(manifest.tables.map(({ schema, table }) => `${schema}.${table}`)).toEqual(
      expect.arrayContaining(['residents.resident', 'codes.health_code', 'queue.job']),
    );
    expect([...files.keys()]).toContain('secrets.json');
    const bytes = readFileSync(file);
    expect(bytes.includes(Buffer.from('resident'))).toBe(false);
    await expect(runTongma(['backup', file], { TONGMA_DATA: inject('data') })).rejects.toThrow(
      'already',
    );
  });

  it('is refused where it was changed or cut, and leaves nothing', async () => {
    const bytes = readFileSync(file);
    for (let round = 0; round < 12; round += 1) {
      const data = folder();
      const spoilt = join(folder(), 'spoilt');
      const at = randomInt(bytes.length);
      const copy = Buffer.from(bytes);
      copy[at]! ^= 1 << randomInt(8);
      writeFileSync(spoilt, round % 2 === 0 ? copy : bytes.subarray(0, at));
      const error = await restoreFolder({
        ...{ data, file: spoilt, keyFile: key, replace: false, say: () => undefined },
      }).catch((thrown: unknown) => thrown);
      expect(error, `at ${at}`).toBeInstanceOf(BackupError);
      expect(readdirSync(data)).toEqual([]);
    }
  });

  it('is refused without the secrets that open it, and leaves nothing', async () => {
    const bare = join(folder(), 'bare.backup');
    await runTongma(['backup', bare], { TONGMA_DATA: inject('data') });
    const data = folder();
    const said = await runTongma(['restore', bare, '--key', key], { TONGMA_DATA: data }).catch(
      String,
    );
    expect(said).toContain('secrets.json');
    expect(readdirSync(data)).toEqual([]);
  });

  /** Takes the first checkpoint away again: a database that is restored into has no history. */
  async function emptied({ checkpointer, superuserUrl }: EmptyDatabase): Promise<void> {
    await checkpointer.close();
    const client = new Client({ connectionString: superuserUrl });
    await client.connect();
    await client.query('delete from audit.checkpoint_head; delete from audit.checkpoint');
    await client.end();
  }

  // Minutes of starting databases: with all tests only.
  it.runIf(ALL)('goes from one database server to another', async () => {
    const data = folder();
    const path = join(data, 'external.backup');
    const { superuserUrl } = await reachDatabase(inject('data'));
    const target = await emptyDatabase();
    try {
      await emptied(target);
      await runTongma(['backup', path], { TONGMA_DATA: data, TONGMA_SUPERUSER_URL: superuserUrl });
      const into = {
        ...{ TONGMA_DATA: data, TONGMA_SUPERUSER_URL: target.superuserUrl },
        TONGMA_OWNER_URL: target.urls.tongma_owner,
      };
      expect(await runTongma(['restore', path], into)).toContain('is as it was');
      const { manifest } = await checkBackup(path, readBackupKey(join(data, 'backup-key')));
      const people = manifest.tables.find(({ table }) => table === 'resident');
      expect(people?.rows).toBeGreaterThan(300);
      const client = new Client({ connectionString: target.superuserUrl });
      await client.connect();
      const sql = 'select count(*)::int as rows from residents.resident';
      expect((await client.query(sql)).rows).toEqual([{ rows: people?.rows }]);
      await client.end();
      await expect(runTongma(['restore', path], into)).rejects.toThrow('is filled');
    } finally {
      await target.drop();
    }
  });

  describe('restored elsewhere', () => {
    let data: string;
    let restored: StartedTongma;

    beforeAll(async () => {
      data = folder();
      const isThere = () =>
        existsSync(join(data, 'postgres')) || existsSync(join(data, 'restoring', 'whole'));
      // Killed at some moment, and begun again.
      for (let round = 0; round < 2 && !isThere(); round += 1) {
        const args = ['restore', file, '--key', key];
        const { child } = runBuilt('cli/main.js', args, { TONGMA_DATA: data });
        await sleep(1_500 + randomInt(3_000));
        child.kill('SIGKILL');
        await exitCode(child);
      }
      if (!isThere()) await runTongma(['restore', file, '--key', key], { TONGMA_DATA: data });
    });

    it('holds as many rows in each table', async () => {
      const { manifest } = await checkBackup(file, readBackupKey(key));
      const expected = manifest.tables.map(
        ({ schema, table, rows }) => [`${schema}.${table}`, rows] as const,
      );
      expect(await counts(data)).toEqual(Object.fromEntries(expected));
      expect(existsSync(join(data, 'restoring'))).toBe(false);
    });

    it.runIf(ALL)('does not go over a filled data folder', async () => {
      const said = await runTongma(['restore', file], { TONGMA_DATA: data }).catch(String);
      expect(said).toContain('--replace');
      await runTongma(['restore', file, '--replace'], { TONGMA_DATA: data });
      expect(readdirSync(join(data, 'replaced')).some((name) => name.startsWith('postgres'))).toBe(
        true,
      );
    });

    it('runs, with everybody in it and under a new key-encryption key too', async () => {
      restored = launch(data);
      try {
        await printed(restored, 'Ask again');
        await runTongma(['keys', 'rotate', 'kek'], { TONGMA_DATA: data });
        const facts = demoFile.parse(restored.demo());
        const seeded = readFileSync(join(data, 'seeded.json'), 'utf8');
        const people = JSON.parse(seeded) as { id: string; region: string }[];
        const token = await tokenOf(`case-officer-${REGION}`, facts);
        const query = 'query($id: ID!) { resident(id: $id) { maskedName code { state } } }';
        for (const { id } of people.filter(({ region }) => region === REGION)) {
          const { data: answer, errors } = await send(facts.gatewayUrl, token, query, { id });
          expect(errors).toBeUndefined();
          expect(answer.resident.code.state).toBeTypeOf('string');
        }
        const [{ documentNumber, id }] = known as [{ documentNumber: string; id: string }];
        const input = { name: '周样甲', documentType: 'PASSPORT', documentNumber };
        const found = await send(facts.gatewayUrl, token, FIND, { input });
        expect(found.data.findResidents).toContainEqual({ id });
      } finally {
        restored.child.kill('SIGTERM');
        await new Promise((resolve) => restored.child.once('exit', resolve));
      }
      // Without the old key: what it opens now it opens by the new one alone.
      const secrets = JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8')) as object;
      expect(secrets).not.toHaveProperty('oldFieldKey');
      openDataFolder(data).unlock();
      restored = launch(data);
      await printed(restored, 'Ask again');
      await finish(restored);
    });
  });
});
