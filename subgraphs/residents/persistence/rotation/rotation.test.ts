import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kill, nodeProcess } from '../../../../test/system/support/node-process.ts';
import {
  emptyDatabase,
  type EmptyDatabase,
} from '../../../../test/system/support/empty-database.ts';
import { exitCode, temporaryFolder } from '../../../../test/system/support/process.ts';
import { keyFile } from '../../../kit/config-fields.ts';
import { localWrapper } from '../../../kit/keys/local-wrapper.ts';
import { openKeyRotation } from '../../keys.ts';
import { residentsPublisher } from '../../publish.ts';
import {
  aProcess,
  openAll,
  REGION,
  write,
  type TestProcess,
  type Written,
} from './rotation-fakes.ts';

const LEASE_MS = 300;
const WRITERS = 4;

let database: EmptyDatabase;
let superuser: Client;
let url: string;
let keys: string;
let processes: TestProcess[];
/** Whoever still writes when a test has failed stops, too. */
let isOver = true;
let writing: readonly Promise<void>[] = [];

function keyLine(byte: number): string {
  return Buffer.alloc(32, byte).toString('base64url');
}

/** As each process has it: reads the file of keys for itself. */
function wrapper() {
  return localWrapper(keyFile.parse(keys), LEASE_MS);
}

beforeAll(async () => {
  database = await emptyDatabase();
  url = database.urls.tongma_residents;
  keys = join(temporaryFolder(), 'keys');
  writeFileSync(keys, keyLine(1), { mode: 0o600 });
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const publisher = await residentsPublisher(url);
  await publisher.divisions();
  await publisher.openRegistration([REGION]);
  await publisher.close();
  processes = await Promise.all(
    Array.from({ length: WRITERS }, () => aProcess(url, wrapper(), LEASE_MS)),
  );
});

afterAll(async () => {
  isOver = true;
  await Promise.all(writing);
  await Promise.all(processes.map((one) => one.close()));
  await superuser.end();
  await database.drop();
});

type Work = 'data' | 'kek' | 'index';

/** Begins a rotation in a process of its own and kills it at some moment; whether it was in time. */
async function beginAndKill(work: Work): Promise<boolean> {
  const child = nodeProcess(
    `import { keyFile } from '../../subgraphs/kit/config-fields.ts';
    import { localWrapper } from '../../subgraphs/kit/keys/local-wrapper.ts';
    import { openKeyRotation } from '../../subgraphs/residents/keys.ts';
    const leaseMs = ${LEASE_MS};
    const rotation = await openKeyRotation({ databaseUrl: process.env.URL, firstIndexKey: null,
      wrapper: localWrapper(keyFile.parse(process.env.KEYS), leaseMs), leaseMs,
      say: (sentence) => console.log(sentence) });
    console.log('begun');
    await rotation.${work}();
    await rotation.close();`,
    { URL: url, KEYS: keys },
  );
  const begun = new Promise((resolve) => child.stdout?.once('data', resolve));
  await Promise.race([begun, exitCode(child)]);
  await sleep(randomInt(2_000));
  if (child.exitCode !== null) return false;
  await kill(child);
  return true;
}

async function toTheEnd(work: Work): Promise<void> {
  const rotation = await openKeyRotation({
    ...{ databaseUrl: url, wrapper: wrapper(), leaseMs: LEASE_MS },
    ...{ firstIndexKey: null, say: () => undefined },
  });
  try {
    await rotation[work]();
  } finally {
    await rotation.close();
  }
}

/** Lets all processes write while something is done. */
async function whileWriting(work: () => Promise<void>): Promise<Written> {
  const written: Written = { known: [], faults: [], lookups: 0, duplicates: 0 };
  isOver = false;
  writing = processes.map((one) => write(one, written, () => isOver, LEASE_MS));
  try {
    await sleep(1_000);
    await work();
    await sleep(500);
  } finally {
    isOver = true;
    await Promise.all(writing);
  }
  return written;
}

async function rows(sql: string): Promise<unknown[]> {
  return (await superuser.query<Record<string, unknown>>(sql)).rows;
}

async function expectAllThere({ known, faults, lookups, duplicates }: Written): Promise<void> {
  expect(faults).toEqual([]);
  expect(known.length).toBeGreaterThan(50);
  expect(lookups).toBeGreaterThan(50);
  expect(duplicates).toBeGreaterThan(50);
  const fresh = await aProcess(url, wrapper(), LEASE_MS);
  try {
    const opened = await openAll(fresh.orm, fresh.cipher);
    expect(known.filter((one) => opened.get(one.id) !== JSON.stringify(one))).toEqual([]);
    for (const one of known.slice(-100)) {
      expect((await fresh.find(one)).map(({ id }) => id)).toContain(one.id);
    }
  } finally {
    await fresh.close();
  }
}

const SEALED = ['document_sealed', 'name_sealed', 'phone_sealed'];

describe('keys replaced while writers run', { timeout: 180_000 }, () => {
  it('seal everything anew, and no value is under an older key', async () => {
    const written = await whileWriting(async () => {
      await toTheEnd('data');
      await beginAndKill('data');
      await beginAndKill('data');
      await toTheEnd('data');
    });
    await expectAllThere(written);
    const ids = SEALED.map(
      (column) => `select get_byte(${column}, 4) as id from residents.resident`,
    );
    const held = await rows(
      `select distinct id from (${ids.join(' union ')}) x where id is not null`,
    );
    expect(held).toHaveLength(1);
    expect(await rows(`select id from residents.key_ring where use = 'DATA'`)).toEqual(held);
  });

  it('find by a new index key, and the old one is gone', async () => {
    const before = await rows(`select id from residents.key_ring where use = 'INDEX'`);
    const written = await whileWriting(async () => {
      await toTheEnd('index');
      await beginAndKill('index');
      await beginAndKill('index');
      await beginAndKill('index');
      await toTheEnd('index');
    });
    await expectAllThere(written);
    const after = (await rows(`select id, state from residents.key_ring where use = 'INDEX'`)) as {
      id: number;
      state: string;
    }[];
    expect(after).toHaveLength(1);
    expect(after[0]?.state).toBe('ACTIVE');
    expect(before).not.toContainEqual({ id: after[0]?.id });
    const [here, gone] = after[0]!.id % 2 === 1 ? ['', '_even'] : ['_even', ''];
    const wrong = `document_index${here} is null or document_index${gone} is not null`;
    expect(await rows(`select id from residents.resident where ${wrong}`)).toEqual([]);
  });

  it('are all under a new key-encryption key, and the old one can be taken away', async () => {
    const written = await whileWriting(async () => {
      writeFileSync(keys, `${keyLine(2)}\n${keyLine(1)}\n`);
      await beginAndKill('kek');
      await toTheEnd('kek');
      writeFileSync(keys, keyLine(2));
      await sleep(LEASE_MS * 2);
    });
    await expectAllThere(written);
    expect(await rows('select distinct kek from residents.key_ring')).toHaveLength(1);
  });

  it('are not replaced by two commands at once', async () => {
    const first = toTheEnd('data');
    await sleep(200);
    await expect(toTheEnd('index')).rejects.toThrow('Another rotation');
    await first;
  });
});
