import { Client } from 'pg';
import { until } from './until.ts';

/** A point of another process's work, held from outside: whoever comes there waits. */
export interface Gate {
  /** Waits until somebody waits there. */
  reached(): Promise<void>;
  /** Lets go on who waits. */
  open(): Promise<void>;
  /** Ends the connections that wait, as when their machine is gone, and opens. */
  cutOff(): Promise<void>;
}

const WAITING = 'from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))';

/** Holds what a statement locks. */
export async function gateAt(superuserUrl: string, lock: string): Promise<Gate> {
  const client = new Client({ connectionString: superuserUrl });
  client.on('error', () => undefined); // a story may kill the database
  await client.connect();
  await client.query(`begin; ${lock}`);
  const open = async () => {
    await client.query('rollback');
    await client.end();
  };
  return {
    async reached() {
      await until(
        () => client.query(`select 1 ${WAITING}`),
        ({ rowCount }) => rowCount !== null && rowCount > 0,
        60_000,
      );
    },
    open,
    async cutOff() {
      await client.query(`select pg_terminate_backend(pid) ${WAITING}`);
      await open();
    },
  };
}

/** Has the queue miss at once whoever held jobs and is gone; by itself it does so in ten seconds. */
export const JOBS_ARE_LOST = `update queue.job set heartbeat_on = heartbeat_on - interval '1 minute'
  where state = 'active'`;

/** Jobs of a queue, $1, that are not done. */
export const JOBS_LEFT =
  "select id from queue.job where name = $1 and state in ('created', 'retry', 'active')";
