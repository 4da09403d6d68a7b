import { spawn } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logNameOf, checkpointSigner } from '../../cli/embedded/checkpoint-key.ts';
import { freePort } from '../../cli/embedded/free-port.ts';
import { readSecrets } from '../../cli/embedded/secrets.ts';
import { writeSealed } from '../../subgraphs/kit/sealed-file.ts';
import { emptyDatabase, type EmptyDatabase } from '../system/support/empty-database.ts';
import { build, emptyFolder, exitCode, ROOT, temporaryFolder } from '../system/support/process.ts';

// A process that is told to end while it starts: what an orchestrator does when it has changed its mind.

/** Says when somebody listens to the signal for the first time. */
const SAYS_WHEN = `data:text/javascript,process.on('newListener', (name) => {
  if (name === 'SIGTERM') process.stderr.write('LISTENS\\n');
})`;

let database: EmptyDatabase;
const folders: string[] = [];

beforeAll(async () => {
  build();
  database = await emptyDatabase();
});

afterAll(async () => {
  await database.drop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function started(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [`--import=${SAYS_WHEN}`, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const until = async (there: () => boolean) => {
    while (!there() && child.exitCode === null && child.signalCode === null) await sleep(5);
  };
  return { child, until, said: () => said.replaceAll('LISTENS\n', ''), raw: () => said };
}

/** Told at once when it listens, then so much later; gives its exit code and what it said. */
async function told(one: ReturnType<typeof started>, after: number) {
  await one.until(() => one.raw().includes('LISTENS'));
  await sleep(after);
  one.child.kill('SIGTERM');
  return { code: await exitCode(one.child), said: one.said() };
}

async function checkpoint(file: string): Promise<Record<string, string>> {
  return {
    CHECKPOINT_PORT: String(await freePort()),
    CHECKPOINT_DATABASE_URL: database.urls.tongma_checkpoint,
    CHECKPOINT_PRIVATE_KEY_FILE: database.folder.checkpointKeyFile,
    CHECKPOINT_FILE: file,
    AUDIT_LOG_NAME: logNameOf(checkpointSigner(database.folder)),
  };
}

async function residents(): Promise<Record<string, string>> {
  const secrets = readSecrets(database.folder.secretsFile);
  const key = createPublicKey(secrets.identityKey).export({ type: 'spki', format: 'pem' });
  return {
    RESIDENTS_PORT: String(await freePort()),
    RESIDENTS_DATABASE_URL: database.urls.tongma_residents,
    IDENTITY_PUBLIC_KEY: String(key),
    ...{ FIELD_KEY: secrets.fieldKey, INDEX_KEY: secrets.indexKey },
    DRAIN_MS: '60000',
  };
}

/** Of subgraphs and a provider that are not there. */
async function gateway(): Promise<Record<string, string>> {
  const folder = temporaryFolder();
  folders.push(folder);
  const keyFile = join(folder, 'identity-key.pem');
  writeSealed(keyFile, readSecrets(database.folder.secretsFile).identityKey);
  const away = 'http://127.0.0.1:1';
  return {
    ...{ RESIDENTS_URL: away, HEALTH_RECORDS_URL: away, TRAVEL_HISTORY_URL: away, CODES_URL: away },
    ...{ PORT: String(await freePort()), GATEWAY_DATABASE_URL: database.urls.tongma_gateway },
    ...{ IDENTITY_PRIVATE_KEY_FILE: keyFile, OIDC_ISSUER: away },
    ...{ OIDC_CLIENT_ID: 'console', OIDC_CLIENT_SECRET: 'a-secret-of-the-console'.repeat(2) },
  };
}

describe('a process that is told to end while it starts', () => {
  it.each([0, 300, 900])('of split mode ends in order after %i ms', async (after) => {
    const process = started(['dist/subgraphs/residents/main.js'], await residents());
    expect(await told(process, after)).toEqual({ code: 0, said: '' });
    const other = started(
      ['dist/subgraphs/kit/audit/main.js'],
      await checkpoint(database.folder.checkpointFile),
    );
    expect(await told(other, after)).toEqual({ code: 0, said: '' });
  });

  it.each([0, 500])('of a gateway ends in order after %i ms', async (after) => {
    const process = started(['dist/gateway/main.js'], await gateway());
    expect(await told(process, after)).toEqual({ code: 0, said: '' });
  });

  it.each(['loads', 'starts its database', 'has its database'])(
    'that is all in one ends in order while it %s, and leaves no database running',
    async (moment) => {
      const data = emptyFolder();
      folders.push(data);
      const env = { TONGMA_DATA: data, PORT: '0' };
      const tongma = started(['dist/cli/main.js', 'start', '--no-seed'], env);
      const pidFile = join(data, 'postgres', 'postmaster.pid');
      if (moment !== 'loads') {
        await tongma.until(() =>
          existsSync(moment.startsWith('has') ? pidFile : join(data, 'postgres')),
        );
      }
      expect(await told(tongma, 0)).toEqual({ code: 0, said: '' });
      expect(existsSync(pidFile)).toBe(false);
    },
  );
});

it('a checkpointer whose file cannot be written says so in a sentence', async () => {
  const folder = temporaryFolder();
  folders.push(folder);
  writeFileSync(join(folder, 'file'), '');
  const path = join(folder, 'file', 'kept.json');
  const { child, said } = started(['dist/subgraphs/kit/audit/main.js'], await checkpoint(path));
  expect(await exitCode(child)).toBe(1);
  expect(said()).toBe(`checkpoint: The file ${path} cannot be written (ENOTDIR).\n`);
});
