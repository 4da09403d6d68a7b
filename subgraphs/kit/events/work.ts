import type { Job, JobResult, PgBoss } from 'pg-boss';
import type { Log } from '../log.ts';
import { failedJobs } from './failed-job.ts';
import { retryGivenUp } from './left-over.ts';

/** What works on queues needs of the process. */
export interface Working {
  readonly queue: PgBoss;
  readonly log: Log;
}

/** Which jobs a worker takes, and how many of them at once. */
export interface WorkOptions {
  /** Workers beside each other. */
  readonly workers: number;
  /** Most jobs that are handed over together. Default: 1. */
  readonly batchSize?: number;
  readonly minPriority?: number;
  readonly maxPriority?: number;
}

/** What jobs failed with, by their ids; those that are not in it are done. */
export type Failures = ReadonlyMap<string, unknown>;

// A code stands five seconds after its review: a notification that is missed is made up for.
const WORK = {
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 1,
  perJobResults: true,
} as const;

/**
 * Works on a queue. Whoever has done a job looks for the next at once, as long as there is one:
 * a worker that waits for a notification would leave all but the first jobs of a burst lying.
 * What becomes of a job that fails is the same for every queue: {@link failedJobs}. What was given up
 * is tried once more by whoever starts, who may be able to do it.
 */
export async function workOn<Data extends object>(
  { queue, log }: Working,
  name: string,
  { workers, ...which }: WorkOptions,
  handle: (jobs: readonly Job<Data>[]) => Promise<Failures>,
): Promise<void> {
  const options = { ...WORK, ...which };
  const failed = failedJobs(queue, name, log);

  async function results(jobs: readonly Job<Data>[]): Promise<JobResult[]> {
    const all = (error: unknown): Failures => new Map(jobs.map(({ id }) => [id, error]));
    const failures = await handle(jobs).catch(all);
    const settled: JobResult[] = [];
    for (const job of jobs) {
      const { id } = job;
      const isDone = !failures.has(id);
      settled.push(isDone ? { id, status: 'completed' } : await failed(job, failures.get(id)));
    }
    return settled;
  }

  await retryGivenUp(queue, name);
  for (let n = 0; n < workers; n += 1) {
    let worker = '';
    worker = await queue.work<Data, unknown, typeof options>(name, options, async (jobs) => {
      try {
        return await results(jobs);
      } finally {
        queue.notifyWorker(worker);
      }
    });
  }
}

/** Handles jobs one after another: one that fails holds up no other. */
export function oneByOne<Data extends object>(work: (data: Data) => Promise<void>) {
  return async (jobs: readonly Job<Data>[]): Promise<Failures> => {
    const failures = new Map<string, unknown>();
    for (const { id, data } of jobs) {
      await work(data).catch((error: unknown) => failures.set(id, error));
    }
    return failures;
  };
}
