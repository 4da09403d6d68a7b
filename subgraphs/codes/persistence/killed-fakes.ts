// A worker in a process of its own that stops for good at a named point, until it is killed or
// told on standard input to go on.
import { openQueue } from '../../kit/events/queue.ts';
import { createLog } from '../../kit/log.ts';
import { openOrm } from '../../kit/orm.ts';
import { newId } from '../../kit/new-id.ts';
import type { IntakeStore } from '../domain/code/intake-store.ts';
import { startWorker } from '../worker.ts';
import { intakeStore } from './intake.store.ts';
import { storage } from './storage.ts';

/** Where a worker can stop: in a batch of events, and in a chunk of a re-evaluation. */
export const POINTS = [
  'batch: before the codes are locked',
  'batch: the codes are locked',
  'batch: the evidence is kept',
  'batch: the evidence is read',
  'batch: the leaves are kept',
  'batch: the decisions are saved',
  'chunk: a further one has begun',
  'chunk: the evidence is read',
  'chunk: the leaves are kept',
  'chunk: the decisions are saved',
] as const;

/** One of them. */
export type Point = (typeof POINTS)[number];

const point = process.env['POINT'];
const url = process.env['DATABASE_URL'] ?? '';

let seen = 0;
let goOn = () => {};
const told = new Promise<void>((resolve) => (goOn = resolve));

/** Stops at the second time it is there: one chunk is done, one is under way. */
async function reached(here: Point): Promise<void> {
  if (here !== point) return;
  seen += 1;
  if (seen !== 2) return;
  process.stdout.write(`REACHED ${here}\n`);
  await told;
}

function stopping(store: IntakeStore): IntakeStore {
  let kind: 'batch' | 'chunk' = 'chunk';
  return {
    ...store,
    async lockedCodes(...args) {
      kind = 'batch';
      await reached('batch: before the codes are locked');
      const codes = await store.lockedCodes(...args);
      await reached('batch: the codes are locked');
      return codes;
    },
    async keep(...args) {
      const kept = await store.keep(...args);
      await reached('batch: the evidence is kept');
      return kept;
    },
    async policyInForce(at) {
      if (kind === 'chunk') await reached('chunk: a further one has begun');
      return store.policyInForce(at);
    },
    async evidenceOf(ids) {
      const evidence = await store.evidenceOf(ids);
      await reached(`${kind}: the evidence is read`);
      return evidence;
    },
    async addChunk(chunk) {
      await store.addChunk(chunk);
      await reached(`${kind}: the leaves are kept`);
    },
    async save(decided) {
      await store.save(decided);
      if (decided.some(({ decision }) => decision)) {
        await reached(`${kind}: the decisions are saved`);
      }
    },
  };
}

if (process.env['REGION']) {
  const log = createLog('killed', 'fatal');
  const region = process.env['REGION'];
  process.stdin.on('data', () => goOn());
  await startWorker({
    ...{ orm: await openOrm(storage, url, 8), queue: await openQueue(url, log, true), log },
    newId,
    now: () => new Date(),
    regions: () => [region],
    storeOf: (tx, parts) => stopping(intakeStore(tx, parts)),
  });
  process.stdout.write('READY\n');
}
