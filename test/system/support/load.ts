import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ALL } from '../../sample.ts';

const MAIN = fileURLToPath(new URL('load-main.ts', import.meta.url));

/** Requests that are sent while gateways come and go. */
export const REQUESTS = ALL ? 20_000 : 6_000;

/** What came of them. */
export interface LoadReport {
  readonly failed: number;
  /** Of some that failed. */
  readonly why: readonly string[];
  /** Attempts beyond the first of a request. */
  readonly elsewhere: number;
  readonly answered: Readonly<Record<string, number>>;
}

/** Requests that are being sent by a process of their own. */
export interface Load {
  /** How many have ended. */
  readonly ended: () => number;
  readonly report: Promise<LoadReport>;
  stop(): void;
}

/** Sends {@link REQUESTS} requests, sixteen at a time, to gateways in turn. */
export function startLoad(origins: readonly string[], token: string, query: string): Load {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...{ PATH: process.env['PATH'], ORIGINS: origins.join(' '), TOKEN: token, QUERY: query },
      ...{ REQUESTS: String(REQUESTS), AT_ONCE: '16' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let ended = 0;
  let last = '';
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (/^\d+$/.test(line)) ended = Number(line);
    else last = line;
  });
  const report = once(child, 'close').then(() => JSON.parse(last) as LoadReport);
  report.catch(() => undefined); // met where it is waited for
  return { ended: () => ended, report, stop: () => child.kill('SIGKILL') };
}
