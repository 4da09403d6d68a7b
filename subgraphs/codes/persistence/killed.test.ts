import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL, SEED } from '../../../test/sample.ts';
import { gateAt, JOBS_ARE_LOST, JOBS_LEFT, type Gate } from '../../../test/system/support/gate.ts';
import { killDatabase, restartDatabase } from '../../../test/system/support/killed-database.ts';
import { build } from '../../../test/system/support/process.ts';
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
import { SERVICE_POINTS, startService, type ServicePoint } from './service-fakes.ts';

const CHILD = fileURLToPath(new URL('killed-fakes.ts', import.meta.url));
const VICTIMS = ['worker', 'database'] as const;

/** All of a list with all tests; in every other run one, another for each seed. */
function some<T>(list: readonly T[], salt: number): readonly T[] {
  return ALL ? list : list.filter((_, at) => at === (SEED + salt) % list.length);
}

const CASES = VICTIMS.flatMap((victim, salt) =>
  some(POINTS, salt).map((point) => [victim, point] as const),
);
// A service takes seconds to start: every second run does without.
const SERVICE_CASES = ALL || SEED % 2 === 0 ? some(Object.keys(SERVICE_POINTS), SEED >> 1) : [];
const BATCH = 100;
/** What a killed worker held is worked on again in about twelve seconds; shared machines are slow. */
const RETURNED_MS = 45_000;

let world: IntakeWorld;
let database: { stop(): Promise<void> } | null = null;
let version = 1;
let events = 0;
const children: ChildProcess[] = [];
const gates: Gate[] = [];

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

/** Waits until what came back of a killed worker is done too, whether or not anything was left to do. */
async function workedOff(): Promise<void> {
  await settled(RETURNED_MS);
  await until(
    () => world.rows(JOBS_LEFT, ['health-records.events']),
    (left) => left.length === 0,
    RETURNED_MS,
  );
}

/** Waits until every event is taken in and no re-evaluation is under way. */
async function settled(ms = 90_000): Promise<void> {
  await until(
    async () =>
      world
        .rows<{ left: number }>(
          `select (${events} - (select count(*) from codes.evidence)
             + (select count(*) from codes.reevaluation where state <> 'DONE'))::int as left`,
        )
        .catch(() => [{ left: -1 }]),
    ([row]) => row?.left === 0,
    ms,
  );
}

/** Writes events of people nobody knows yet; gives the name of their batch. */
function newcomers(): Promise<string> {
  const at = new Date();
  const residents = Array.from({ length: BATCH }, () => newId());
  return written(residents.flatMap((id) => [...healthy(id, at), detected(id, at)]));
}

/** Gives the worker something to do that passes the point twice. */
async function begin(point: Point): Promise<void> {
  if (!point.startsWith('batch')) return reevaluate();
  for (let n = 0; n < 3; n += 1) {
    await world.send('health-records', { batch: await newcomers() });
  }
}

/** Has every code decided anew, half of them otherwise. */
async function reevaluate(): Promise<void> {
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

describe(`a mass re-evaluation (seed ${SEED})`, () => {
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
        await workedOff();
        await killed(child);
      }
      expect(await faults()).toEqual([]);
    },
    180_000,
  );
});

describe.runIf(SERVICE_CASES.length > 0)(`a mass re-evaluation (seed ${SEED})`, () => {
  beforeAll(async () => {
    build();
    const publisher = await codesPublisher(world.database.urls.tongma_codes);
    await publisher.regions([{ id: REGION, names: { ZH_HANS: '', ZH_HANT: '', EN: '' } }]);
    await publisher.close();
  }, 300_000);

  afterAll(async () => {
    await Promise.all(gates.map((gate) => gate.open().catch(() => undefined)));
  });

  it.each(SERVICE_CASES)(
    'loses nothing and decides nothing twice when its whole service is killed at "%s"',
    async (name) => {
      const point = name as ServicePoint;
      const service = started();
      const gate = await (point.startsWith('batch') ? heldBatch(point) : heldChunk(point));
      await killed(service);
      await gate.cutOff();
      await world.rows(JOBS_ARE_LOST);
      const again = started();
      await workedOff();
      await killed(again);
      expect(await faults()).toEqual([]);
    },
    180_000,
  );
});

function started(): ChildProcess {
  const { child } = startService(world);
  children.push(child);
  return child;
}

async function held(point: ServicePoint): Promise<Gate> {
  const gate = await gateAt(world.database.superuserUrl, SERVICE_POINTS[point]);
  gates.push(gate);
  return gate;
}

/** One batch is taken in, and two are held at a point. */
async function heldBatch(point: ServicePoint): Promise<Gate> {
  await world.send('health-records', { batch: await newcomers() });
  await settled();
  const names = [await newcomers(), await newcomers()];
  const send = () => Promise.all(names.map((batch) => world.send('health-records', { batch })));
  if (point !== 'batch: it is committed, its job is not done') {
    const gate = await held(point);
    await send();
    await gate.reached();
    return gate;
  }
  const before = await held('batch: the evidence is kept');
  await send();
  await before.reached();
  const gate = await held(point);
  await before.open();
  await settled();
  return gate;
}

/** All chunks but the last are done, and the last is held at a point. */
async function heldChunk(point: ServicePoint): Promise<Gate> {
  const before = await held('chunk: the codes are locked');
  await reevaluate();
  await before.reached();
  if (point === 'chunk: the codes are locked') return before;
  const gate = await held(point);
  await before.open();
  await gate.reached();
  return gate;
}

async function workerUntilSettled(): Promise<ChildProcess> {
  const child = await worker();
  await workedOff();
  return child;
}
