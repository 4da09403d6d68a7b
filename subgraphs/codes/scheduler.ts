import { setTimeout as sleep } from 'node:timers/promises';
import { systemIdentity } from '../kit/identity.ts';
import { inScope } from '../kit/scope/unit-of-work.ts';
import { isTransient } from '../kit/transient.ts';
import { CHUNK_MAX } from './domain/code/take-in.ts';
import { dueCodes, dueRuns, regionsWithDueLooks, type DueRun } from './persistence/due.store.ts';
import { reevaluationStore } from './persistence/reevaluation.store.ts';
import { SUBJECT, type InRegion, type Worker, type WorkerParts } from './worker.ts';

/** How often is looked for what is due, in milliseconds. */
const TICK_MS = 1_000;
/** Most codes that one transaction looks at again. */
const LOOKS_MAX = 500;
/** How long a code is left alone whose look failed, in milliseconds. */
const REST_MS = 5 * 60_000;

/** What is done when its time has come; several processes may do it at once. */
export function dueWork(parts: WorkerParts, inRegion: InRegion) {
  const { orm, now, log, regions } = parts;
  /** Codes that failed, and until when they are left alone. */
  const resting = new Map<string, number>();
  /** How many codes the next chunk of a run takes: fewer after a failure, down to the one. */
  const sizes = new Map<string, number>();

  function restingIds(): string[] {
    const at = now().getTime();
    for (const [id, until] of resting) if (until <= at) resting.delete(id);
    return [...resting.keys()];
  }

  /** Looks again at codes whose time has come; how many. */
  async function look(region: string, limit: number): Promise<number> {
    const seen: string[] = [];
    try {
      return await inRegion(region, async (intake, tx) => {
        const codes = await dueCodes(tx, region, { at: now(), limit, except: restingIds() });
        seen.push(...codes.map(({ id }) => id));
        if (codes.length > 0) await intake.decide(codes);
        return codes.length;
      });
    } catch (error) {
      if (isTransient(error) || seen.length === 0) throw error;
      if (seen.length > 1) return look(region, Math.ceil(seen.length / 8));
      for (const id of seen) resting.set(id, now().getTime() + REST_MS);
      log.error({ err: error, codes: seen }, 'code not looked at');
      return seen.length;
    }
  }

  /** Does a chunk of a re-evaluation; false when it is over or another process has it. */
  async function step({ region, id }: DueRun): Promise<boolean> {
    const size = sizes.get(id) ?? CHUNK_MAX;
    const seen: string[] = [];
    try {
      const went = await inRegion(region, async (intake, tx) => {
        const run = reevaluationStore(tx, region);
        const taken = await run.taken(id, now());
        if (!taken) return false;
        const codes = await run.nextCodes(taken.cursor, size);
        seen.push(...codes.map((code) => code.id));
        const cursor = seen.at(-1);
        if (cursor === undefined) {
          await run.end(id, now());
          return false;
        }
        const changed = await intake.decide(codes);
        await run.moveOn(id, { cursor, done: codes.length, changed, failed: 0 });
        return true;
      });
      sizes.delete(id);
      return went;
    } catch (error) {
      if (isTransient(error) || seen.length === 0) throw error;
      if (seen.length > 1) sizes.set(id, Math.ceil(seen.length / 8));
      else await leaveOut({ region, id }, seen[0] ?? '', error);
      return true;
    }
  }

  async function leaveOut({ region, id }: DueRun, code: string, error: unknown): Promise<void> {
    log.error({ err: error, code }, 'code not decided anew');
    await inRegion(region, async (_intake, tx) => {
      const run = reevaluationStore(tx, region);
      const taken = await run.taken(id, now());
      if (!taken || taken.cursor >= code) return;
      await run.moveOn(id, { cursor: code, done: 1, changed: 0, failed: 1 });
    });
  }

  /** Does what is due once; whether there is more. */
  return async (): Promise<boolean> => {
    const all = [...regions()];
    if (all.length === 0) return false;
    const everywhere = { ...systemIdentity(SUBJECT, ''), regions: all };
    const due = await inScope(orm, everywhere, async (tx) => ({
      looks: await regionsWithDueLooks(tx, now()),
      runs: await dueRuns(tx, now()),
    }));
    let more = false;
    for (const region of due.looks) more = (await look(region, LOOKS_MAX)) > 0 || more;
    for (const run of due.runs) more = (await step(run)) || more;
    return more;
  };
}

/** Looks every second for what is due, and goes on at once while there is more. */
export function startScheduler(parts: WorkerParts, inRegion: InRegion): Worker {
  const work = dueWork(parts, inRegion);
  const stopping = new AbortController();
  const { signal } = stopping;

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const more = await work().catch((err: unknown) => {
        parts.log.error({ err }, 'what is due was not done');
        return false;
      });
      if (!more) await sleep(TICK_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
