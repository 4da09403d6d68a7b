import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killDatabase, restartDatabase } from '../../../test/system/support/killed-database.ts';
import { until } from '../../../test/system/support/until.ts';
import { decideCode } from '../domain/code/decide-code.ts';
import { codesPublisher } from '../publish.ts';
import { intakeStore } from './intake.store.ts';
import {
  detected,
  healthy,
  intakeWorld,
  newId,
  plainPolicy,
  REGION,
  type IntakeWorld,
} from './intake-fakes.ts';
import { POINTS, type Point } from './killed-fakes.ts';
import { planReevaluation } from './reevaluation.store.ts';

const CHILD = fileURLToPath(new URL('killed-fakes.ts', import.meta.url));
const ALL = process.env['TONGMA_TEST_ALL'] === '1';
const VICTIMS = ['worker', 'database'] as const;
type Victim = (typeof VICTIMS)[number];
/** In every run the points that undo most; all of them, for both victims, with all tests. */
const SOME: readonly (readonly [Victim, Point])[] = [
  ['worker', 'batch: the decisions are saved'],
  ['database', 'chunk: the decisions are saved'],
];
const CASES = ALL
  ? POINTS.flatMap((point) => VICTIMS.map((victim) => [victim, point] as const))
  : SOME;
const BATCH = 100;

let world: IntakeWorld;
let database: { stop(): Promise<void> } | null = null;
let version = 1;
let events = 0;
const children: ChildProcess[] = [];

beforeAll(async () => {
  world = await intakeWorld();
  // Enough codes for a second chunk of a re-evaluation.
  const at = new Date();
  for (let from = 0; from < 4; from += 1) {
    const residents = Array.from({ length: 280 }, () => newId());
    const name = await written(residents.flatMap((id) => [...healthy(id, at), detected(id, at)]));
    await world.send('health-records', { batch: name });
  }
  const child = await worker();
  await settled();
  await killed(child);
}, 300_000);

afterAll(async () => {
  await Promise.all(children.map(killed));
  await database?.stop();
  await world.close();
});

async function written(given: ReturnType<typeof healthy>): Promise<string> {
  const name = newId();
  events += given.length;
  await world.write(given, 'health-records', name);
  return name;
}

/** Starts a worker; gives it when it says `word`. */
async function worker(point?: Point): Promise<ChildProcess> {
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: world.database.urls.tongma_codes };
  const child = spawn(process.execPath, ['--no-warnings', CHILD], {
    env: { ...env, REGION, ...(point && { POINT: point }) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  await says(child, 'READY');
  return child;
}

function says(child: ChildProcess, word: string): Promise<void> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (part: Buffer) => {
      text += String(part);
      if (text.includes(word)) resolve();
    });
    child.once('exit', (code) => {
      reject(new Error(`The worker ended (${String(code)}) before it said ${word}.`));
    });
  });
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Waits until every event is taken in and no re-evaluation is under way. */
async function settled(): Promise<void> {
  await until(
    async () =>
      world
        .rows<{ left: number }>(
          `select (${events} - (select count(*) from codes.evidence)
             + (select count(*) from codes.reevaluation where state <> 'DONE'))::int as left`,
        )
        .catch(() => [{ left: -1 }]),
    ([row]) => row?.left === 0,
    90_000,
  );
}

/** Gives the worker something to do that passes the point twice. */
async function begin(point: Point): Promise<void> {
  if (point.startsWith('batch')) {
    const at = new Date();
    for (let n = 0; n < 3; n += 1) {
      const residents = Array.from({ length: BATCH }, () => newId());
      const name = await written(residents.flatMap((id) => [...healthy(id, at), detected(id, at)]));
      await world.send('health-records', { batch: name });
    }
    return;
  }
  version += 1;
  const policy = plainPolicy(version);
  const color = version % 2 ? ('RED' as const) : ('YELLOW' as const);
  const rules = policy.rules.map((rule) => (rule.id === 'DETECTED-7D' ? { ...rule, color } : rule));
  const publisher = await codesPublisher(world.database.urls.tongma_codes);
  await publisher.policy({ ...policy, rules });
  await publisher.close();
  await world.inRegion(REGION, (_intake, tx) =>
    planReevaluation(tx, { region: REGION, id: newId() }, 'POLICY_PUBLISHED', new Date()),
  );
}

/** What is wrong: a code that is not what its evidence says, a decision twice, an entry missing. */
async function faults(): Promise<string[]> {
  const found: string[] = [];
  const residents = await world.rows<{ resident_id: string }>(
    'select resident_id from codes.health_code',
  );
  const ids = residents.map((row) => row.resident_id);
  await world.inRegion(REGION, async (_intake, tx) => {
    const store = intakeStore(tx, { region: REGION, newId });
    const at = new Date();
    const policy = await store.policyInForce(at);
    const evidence = await store.evidenceOf(ids);
    for (const code of await store.lockedCodes(ids, at)) {
      const { decision } = decideCode(
        code,
        evidence.get(code.residentId) ?? [],
        policy!,
        at,
        newId,
      );
      if (decision) found.push(`${code.id} is not what its evidence says`);
    }
  });
  const broken = await world.rows<{ code_id: string }>(
    `select code_id from (
       select code_id, from_state, from_color, to_state, to_color,
         lag(to_state) over w as before_state, lag(to_color) over w as before_color
       from codes.color_decision window w as (partition by code_id order by decided_at, id)) d
     where (from_state, from_color) is not distinct from (to_state, to_color)
       or from_state <> coalesce(before_state, 'UNDER_REVIEW')
       or from_color is distinct from before_color`,
  );
  found.push(...broken.map((row) => `${row.code_id} was decided twice`));
  const [log] = await world.rows<{ decided: number; noted: number; gap: boolean }>(
    `select (select count(*)::int from codes.color_decision) as decided,
       (select sum(coalesce((body::jsonb -> 'detail' ->> 'count')::int, 1))::int
        from audit.body where body like '%COLOR%\\_DECIDED%') as noted,
       (select max(sequence) <> count(*) from audit.entry where region = '${REGION}') as gap`,
  );
  if (log?.decided !== log?.noted) found.push(`decided and noted: ${JSON.stringify(log)}`);
  if (log?.gap) found.push('the log has a gap');
  return found;
}

describe('a mass re-evaluation', () => {
  it.each(CASES)(
    'loses nothing and decides nothing twice when its %s is killed at "%s"',
    async (victim, point) => {
      const child = await worker(point);
      const there = says(child, 'REACHED');
      await begin(point);
      await there;
      if (victim === 'worker') {
        await killed(child);
        await killed(await workerUntilSettled());
      } else {
        killDatabase(world.database);
        database = await restartDatabase(world.database);
        child.stdin?.write('go on\n');
        await settled();
        await killed(child);
      }
      expect(await faults()).toEqual([]);
    },
    180_000,
  );
});

async function workerUntilSettled(): Promise<ChildProcess> {
  const child = await worker();
  await settled();
  return child;
}
