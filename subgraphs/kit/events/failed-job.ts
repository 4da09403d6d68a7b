import type { Job, JobResult, PgBoss } from 'pg-boss';
import { describeFault, type Log } from '../log.ts';
import { isTransient } from '../transient.ts';
import { RETRIES } from './queue.ts';

/** Retries after which a job that only waits for better times is sent anew: retries are counted. */
const WAITS = 12;
/** When it is tried next, in seconds. */
const WAIT_S = 30;

/**
 * Puts a new job in the place of one that is under way: both or neither, so that there is always
 * exactly one. Nothing is sent for an attempt that counts no more, because another worker has the
 * job: that one is its own to settle.
 */
async function sendAnew<Data extends object>(
  queue: PgBoss,
  name: string,
  job: Job<Data>,
): Promise<void> {
  const transaction = await queue.getDb().beginTransaction?.();
  if (!transaction) throw new Error('The queue has no transactions.');
  const { db } = transaction;
  try {
    await queue.complete(name, job, null, { db });
    const [kept] = await queue.findJobs(name, { id: job.id, db });
    if (kept?.state === 'completed' && kept.retryCount === job.retryCount) {
      await queue.send(name, job.data, { priority: kept.priority, startAfter: WAIT_S, db });
    }
    await transaction.commit();
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

/**
 * Decides what becomes of jobs of a queue that failed. What only has to wait is tried again for as
 * long as it takes, at most a minute apart. Anything else is given up after {@link RETRIES}, and
 * stays in the queue as failed for a week. The log says of both which job it is, and an alarm when it
 * has waited for minutes or is given up; never what it is about.
 */
export function failedJobs(queue: PgBoss, name: string, log: Log) {
  return async (job: Job, error: unknown): Promise<JobResult> => {
    const { id, retryCount } = job;
    const fault = { err: error, queue: name, job: id };
    const output = describeFault(error);
    if (isTransient(error) && retryCount >= WAITS) {
      log.error({ ...fault, alarm: 'JOB_WAITS' }, 'a job waits for better times');
      try {
        await sendAnew(queue, name, job);
        return { id, status: 'completed', output };
      } catch (err) {
        log.error({ err, queue: name, job: id }, 'a job was not sent anew');
      }
    } else if (!isTransient(error) && retryCount >= RETRIES) {
      log.error({ ...fault, alarm: 'JOB_GIVEN_UP' }, 'a job fails each time');
      return { id, status: 'deadletter', output };
    } else {
      log.error(fault, 'a job failed');
    }
    return { id, status: 'failed', output };
  };
}
