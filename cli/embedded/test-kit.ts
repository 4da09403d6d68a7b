import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';

/** An empty folder of one test file. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'tongma-embedded-'));
}

/** Runs statements on a connection of its own; rows of the last. */
export async function query(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

const said = z.object({ pid: z.number(), superuserUrl: z.string() });

/** Runs code in a Node process of its own that lives until it is killed. */
export function nodeProcess(code: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, ['--input-type=module-typescript', '--eval', code], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** The first line that a process writes, as JSON. */
export async function firstLine<T>(child: ChildProcess, shape: z.ZodType<T>): Promise<T> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return shape.parse(JSON.parse(text));
}

/** Starts PostgreSQL from another Node process. */
export async function startElsewhere(dataDir: string, password: string) {
  const owner = nodeProcess(
    `import { startPostgres } from './postgres.ts';
    const options = { dataDir: process.env.DATA_DIR, password: process.env.PASSWORD };
    const { pid, superuserUrl } = await startPostgres(options);
    console.log(JSON.stringify({ pid, superuserUrl }));
    setInterval(() => undefined, 1_000);`,
    { DATA_DIR: dataDir, PASSWORD: password },
  );
  return { owner, ...(await firstLine(owner, said)) };
}

/** Kills without warning and waits for the end. */
export async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
