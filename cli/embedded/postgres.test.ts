import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StartError } from '../start-error.ts';
import { startPostgres } from './postgres.ts';
import { birthOf, isPostgresIn, waitForEnd } from './process-table.ts';
import { kill, query, startElsewhere, temporaryFolder } from './test-kit.ts';

const root = temporaryFolder();
const dataDir = join(root, 'postgres');
const options = { dataDir, password: 'a-password' };
const count = (url: string) => query(url, 'select count(*)::int as n from kept');

beforeAll(async () => {
  const first = await startPostgres(options);
  expect(first.recovered).toBe(false);
  await query(first.superuserUrl, 'create table kept (n int)', 'insert into kept values (1)');
  await first.stop();
}, 60_000);

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

let rows = 1;

async function put(url: string): Promise<void> {
  await query(url, 'insert into kept values (1)');
  rows += 1;
}

describe('startPostgres', { timeout: 60_000 }, () => {
  it('keeps what was committed, asks for the password and syncs to disk', async () => {
    const second = await startPostgres(options);
    try {
      expect(second.recovered).toBe(false);
      expect(await count(second.superuserUrl)).toEqual([{ n: rows }]);
      expect(await query(second.superuserUrl, 'show fsync')).toEqual([{ fsync: 'on' }]);
      const wrong = second.superuserUrl.replace('a-password', 'another');
      await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    } finally {
      await second.stop();
    }
    expect(birthOf(second.pid)).toBeNull();
    await second.stop();
  });

  it('starts after a kill of the process that owned it', async () => {
    const { owner, pid, superuserUrl } = await startElsewhere(dataDir, options.password);
    await put(superuserUrl);
    await kill(owner);
    expect(isPostgresIn(pid, dataDir)).toBe(true);
    const next = await startPostgres(options);
    try {
      expect(birthOf(pid)).toBeNull();
      expect(next.recovered).toBe(true);
      expect(await count(next.superuserUrl)).toEqual([{ n: rows }]);
    } finally {
      await next.stop();
    }
  });

  it('starts after a kill of the postmaster, with a worker still busy', async () => {
    const killed = await startPostgres(options);
    await put(killed.superuserUrl);
    const busy = query(
      killed.superuserUrl,
      `do $$ declare until timestamptz := clock_timestamp() + '40 s'; n bigint := 0; begin
        while clock_timestamp() < until loop n := n + 1; end loop; end $$`,
    ).catch(() => undefined);
    await sleep(300);
    process.kill(killed.pid, 'SIGKILL');
    await waitForEnd(killed.pid, 5_000);
    const began = Date.now();
    const next = await startPostgres(options);
    try {
      expect(Date.now() - began).toBeLessThan(15_000);
      expect(next.recovered).toBe(true);
      expect(await count(next.superuserUrl)).toEqual([{ n: rows }]);
    } finally {
      await next.stop();
    }
    await busy;
  });

  it('starts when the number of a dead postmaster belongs to another process', async () => {
    const killed = await startPostgres(options);
    await put(killed.superuserUrl);
    process.kill(killed.pid, 'SIGKILL');
    await waitForEnd(killed.pid, 5_000);
    const other = spawn('sleep', ['60']);
    try {
      const pidFile = join(dataDir, 'postmaster.pid');
      const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n');
      writeFileSync(pidFile, [other.pid, ...rest].join('\n'));
      const next = await startPostgres(options);
      expect(await count(next.superuserUrl)).toEqual([{ n: rows }]);
      await next.stop();
      expect(birthOf(other.pid ?? 0)).not.toBeNull();
    } finally {
      await kill(other);
    }
  });

  it('starts when postmaster.pid was cut short', async () => {
    writeFileSync(join(dataDir, 'postmaster.pid'), '');
    const next = await startPostgres(options);
    expect(next.recovered).toBe(true);
    await next.stop();
  });

  it('says in a sentence that its password is another', async () => {
    const start = startPostgres({ ...options, password: 'another' });
    await expect(start).rejects.toThrow(StartError);
    await expect(start).rejects.toThrow(/refuses the password of its superuser/);
    expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(false);
  });

  it('says in a sentence that a wished port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    try {
      const start = startPostgres({ ...options, ...(port !== undefined && { port }) });
      await expect(start).rejects.toThrow(StartError);
      await expect(start).rejects.toThrow(/port \d+ is taken/);
    } finally {
      server.close();
    }
  });

  it('tells the last line of its log when it cannot start', async () => {
    const control = join(dataDir, 'postgresql.auto.conf');
    const whole = readFileSync(control);
    writeFileSync(control, 'no_such_setting = 1\n');
    try {
      await expect(startPostgres(options)).rejects.toThrow(/does not start: FATAL: /);
    } finally {
      writeFileSync(control, whole);
    }
  });
});

/** Whether every user may pass through the folders above. */
function isOpen(path: string): boolean {
  const parent = dirname(path);
  return path === parent || ((statSync(parent).mode & 0o001) !== 0 && isOpen(parent));
}

describe.runIf(process.getuid?.() === 0)('as root', { timeout: 60_000 }, () => {
  it.runIf(isOpen(import.meta.dirname) && isOpen(root))(
    'runs as nobody where namespaces are forbidden, and goes on so',
    async () => {
      const folder = temporaryFolder();
      const tools = temporaryFolder();
      const path = process.env['PATH'];
      writeFileSync(join(tools, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
      const own = { dataDir: join(folder, 'postgres'), password: 'a-password' };
      try {
        process.env['PATH'] = `${tools}:${path ?? ''}`;
        const first = await startPostgres(own);
        await query(first.superuserUrl, 'create table kept (n int)');
        expect(readFileSync(`/proc/${first.pid}/status`, 'utf8')).not.toMatch(/^Uid:\s+0/m);
        await first.stop();
        process.env['PATH'] = path;
        const second = await startPostgres(own);
        expect(await count(second.superuserUrl)).toEqual([{ n: 0 }]);
        await second.stop();
      } finally {
        process.env['PATH'] = path;
        for (const left of [folder, tools]) rmSync(left, { recursive: true });
      }
    },
  );

  it.runIf(isOpen(import.meta.dirname) && isOpen(root))(
    'runs as nobody on data that is made within a closed folder of our own',
    async () => {
      const folder = temporaryFolder();
      const tools = temporaryFolder();
      const path = process.env['PATH'];
      writeFileSync(join(tools, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
      const making = join(folder, 'restoring');
      mkdirSync(making, { mode: 0o700 });
      const own = {
        ...{ dataDir: join(making, 'postgres'), within: folder, password: 'a-password' },
      };
      try {
        process.env['PATH'] = `${tools}:${path ?? ''}`;
        const made = await startPostgres(own);
        await query(made.superuserUrl, 'create table kept (n int)');
        await made.stop();
        renameSync(own.dataDir, join(folder, 'postgres'));
        const placed = await startPostgres({ ...own, dataDir: join(folder, 'postgres') });
        expect(await count(placed.superuserUrl)).toEqual([{ n: 0 }]);
        await placed.stop();
      } finally {
        process.env['PATH'] = path;
        for (const left of [folder, tools]) rmSync(left, { recursive: true });
      }
    },
  );

  it('says in a sentence which folder is closed to nobody', async () => {
    const closed = temporaryFolder();
    const path = process.env['PATH'];
    chmodSync(closed, 0o700);
    writeFileSync(join(closed, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    try {
      process.env['PATH'] = `${closed}:${path ?? ''}`;
      const start = startPostgres({ ...options, dataDir: join(closed, 'data', 'postgres') });
      await expect(start).rejects.toThrow(StartError);
      await expect(start).rejects.toThrow(/no other user may enter \/.+; start/);
      expect(readdirSync(closed)).toEqual(['unshare']);
    } finally {
      process.env['PATH'] = path;
      rmSync(closed, { recursive: true });
    }
  });
});
