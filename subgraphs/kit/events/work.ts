import type { Job, JobResult, PgBoss } from 'pg-boss';

/** Which jobs a worker takes, and how many of them at once. */
export interface WorkOptions {
  /** Workers beside each other. */
  readonly workers: number;
  /** Most jobs that are handed over together. Default: 1. */
  readonly batchSize?: number;
  readonly minPriority?: number;
  readonly maxPriority?: number;
}

// A code stands five seconds after its review: a notification that is missed is made up for.
const WORK = {
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 1,
  perJobResults: true,
} as const;

/**
 * Works on a queue. Whoever has done a job looks for the next at once, as long as there is one:
 * a worker that waits for a notification would leave all but the first jobs of a burst lying.
 */
export async function workOn<Data extends object>(
  queue: PgBoss,
  name: string,
  { workers, ...which }: WorkOptions,
  handle: (jobs: Job<Data>[]) => Promise<JobResult[]>,
): Promise<void> {
  const options = { ...WORK, ...which };
  for (let n = 0; n < workers; n += 1) {
    let worker = '';
    worker = await queue.work<Data, unknown, typeof options>(name, options, async (jobs) => {
      try {
        return await handle(jobs);
      } finally {
        queue.notifyWorker(worker);
      }
    });
  }
}
