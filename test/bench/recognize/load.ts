// The load, a process of its own: asks one side over kept connections, checks every answer, and
// prints what it saw as JSON. Reads a LoadTask from standard input.
import { readFileSync } from 'node:fs';
import { text as readAll } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { cpuMicros, familyMicros, mainThreadMicros } from '../support/cpu-time.ts';
import type { LoadFigures, LoadTask } from './load-task.ts';

const task = JSON.parse(await readAll(process.stdin)) as LoadTask;
const { connections, warmUpMs, measureMs, servers, postmaster } = task;
const { batch, codes, page } = task;
const asked = (variables: object) => JSON.stringify({ query: task.query, variables });

function bodiesOfCodes({ place, textsFile }: NonNullable<LoadTask['codes']>): readonly string[] {
  const texts = JSON.parse(readFileSync(textsFile, 'utf8')) as string[];
  const inputs = texts.map((text) => ({ ...place, text }));
  if (batch === undefined) return inputs.map((input) => asked({ input }));
  return Array.from({ length: Math.floor(inputs.length / batch) }, (_, at) =>
    asked({ inputs: inputs.slice(at * batch, (at + 1) * batch) }),
  );
}

const bodies = codes ? bodiesOfCodes(codes) : [asked(page?.variables ?? {})];

interface Recognized {
  readonly outcome?: string;
}

interface Answer {
  readonly errors?: unknown;
  readonly data?: {
    readonly recognizeCode?: Recognized;
    readonly recognizeCodes?: readonly Recognized[];
    readonly registrations?: { readonly nodes: readonly { readonly code?: object | null }[] };
  };
}

/** Whether every code of an answer was recognized, or everybody of a page has a code. */
function isRight(answer: string): boolean {
  const { data, errors } = JSON.parse(answer) as Answer;
  if (errors) return false;
  if (page) {
    const nodes = data?.registrations?.nodes ?? [];
    return nodes.length === page.people && nodes.every(({ code }) => code);
  }
  const all = data?.recognizeCodes ?? (data?.recognizeCode ? [data.recognizeCode] : []);
  return all.length === (batch ?? 1) && all.every(({ outcome }) => outcome === 'RECOGNIZED');
}

const pool = new Pool(task.origin, { connections, pipelining: 1 });
const headers = { 'content-type': 'application/json', ...task.headers };

let next = 0;
let wrong = 0;
let firstWrong = '';
let measured: number[] | null = null;
let stopped = false;

async function ask(of: Readonly<Record<string, string>>): Promise<void> {
  const body = bodies[next++ % bodies.length];
  const begun = performance.now();
  const response = await pool.request({
    ...{ method: 'POST', path: task.path, headers: { ...headers, ...of } },
    ...(body !== undefined && { body }),
  });
  const answer = await response.body.text();
  measured?.push(performance.now() - begun);
  if (isRight(answer)) return;
  wrong += 1;
  firstWrong ||= answer.slice(0, 500);
}

const { clients = [{}] } = task;
const askers = Array.from({ length: connections }, async (_, at) => {
  while (!stopped) await ask(clients[at % clients.length] ?? {});
});

function usage() {
  const { user, system } = process.cpuUsage();
  return {
    at: process.hrtime.bigint(),
    server: cpuMicros(servers),
    asked: cpuMicros(servers.slice(0, 1)),
    mainThread: mainThreadMicros(servers),
    postgres: familyMicros(postmaster),
    load: user + system,
  };
}

const begun = Date.now();
await sleep(warmUpMs);
while (next < task.warmUpRequests && Date.now() - begun < task.warmUpMaxMs) await sleep(50);
const before = usage();
const begunAt = next;
measured = [];
await sleep(measureMs);
const latencies = measured;
measured = null;
const repeated = codes !== undefined && next - begunAt > bodies.length;
const after = usage();
stopped = true;
await Promise.all(askers);
await pool.close();

latencies.sort((a, b) => a - b);
const share = (part: number) => latencies[Math.floor(latencies.length * part)] ?? NaN;
const each = (name: 'server' | 'asked' | 'mainThread' | 'postgres') =>
  (after[name] - before[name]) / latencies.length;
const micros = Number(after.at - before.at) / 1_000;
const figures: LoadFigures = {
  requests: latencies.length,
  perSecond: (latencies.length / micros) * 1e6,
  p50Ms: share(0.5),
  p99Ms: share(0.99),
  serverMicros: each('server'),
  askedMicros: each('asked'),
  mainThreadMicros: each('mainThread'),
  postgresMicros: each('postgres'),
  loadBusy: (after.load - before.load) / micros,
  window: [Number(before.at / 1_000n), Number(after.at / 1_000n)],
  ...{ wrong, firstWrong, repeated },
};
process.stdout.write(JSON.stringify(figures));
