import type { Job, JobResult } from 'pg-boss';
import { eventQueue, sendInTransaction, type EventJob } from '../kit/events/queue.ts';
import { systemIdentity } from '../kit/identity.ts';
import { describeFault } from '../kit/log.ts';
import { inScope } from '../kit/scope/unit-of-work.ts';
import { isTransient } from '../kit/transient.ts';
import type { ReadEvent } from './domain/code/intake-store.ts';
import type { SetAsideFault } from './domain/set-aside/set-aside.ts';
import { toIncoming } from './persistence/event-reader.ts';
import { readEvents, type Named, type Producer } from './persistence/event-source.ts';
import { noLongerAside, setAside } from './persistence/set-aside.store.ts';
import { SUBJECT, type InRegion, type WorkerParts } from './worker.ts';

/** Attempts after which an event that fails each time is set aside. */
const ATTEMPTS = 4;
/** Attempts after which a job that only waits for better times is sent anew: retries are counted. */
const WAITS = 12;
const WAIT_S = 30;

/** An event that was not taken in. */
interface Failure {
  readonly id: string;
  readonly kind: string | null;
  readonly error: unknown;
  /** Set when trying again cannot help. */
  readonly fault?: SetAsideFault;
}

/** Jobs of one producer and region whose events are read and taken in together. */
interface Group {
  readonly producer: Producer;
  readonly region: string;
  readonly named: Named;
  readonly jobs: readonly Job<EventJob>[];
}

function groupsOf(producer: Producer, jobs: readonly Job<EventJob>[]): Group[] {
  const byRegion = Map.groupBy(jobs, ({ data }) => data.region);
  return [...byRegion].flatMap(([region, all]) => {
    const singles = all.filter(({ data }) => 'eventId' in data);
    const ids = singles.flatMap(({ data }) => ('eventId' in data ? data.eventId : []));
    const batches = all.flatMap((job) => ('batch' in job.data ? { job, of: job.data.batch } : []));
    return [
      ...(ids.length > 0 ? [{ producer, region, named: { ids }, jobs: singles }] : []),
      ...batches.map(({ job, of }) => ({ producer, region, named: { batch: of }, jobs: [job] })),
    ];
  });
}

/** Consumes the events that jobs name; those fetched together are taken in together. */
export function eventConsumer(parts: WorkerParts, inRegion: InRegion) {
  const { orm, queue, now, log } = parts;

  /** Events of a group, read; broken ones and those that are not there are failures. */
  async function read({ producer, region, named }: Group) {
    const rows = await inScope(orm, systemIdentity(SUBJECT, region), (tx) =>
      readEvents(tx, producer, region, named),
    );
    const events: ReadEvent[] = [];
    const failures: Failure[] = [];
    for (const row of rows) {
      try {
        events.push({ ...row, incoming: toIncoming(row) });
      } catch (error) {
        failures.push({ id: row.id, kind: row.kind, error, fault: 'BROKEN_BODY' });
      }
    }
    const there = new Set(rows.map(({ id }) => id));
    const wanted = 'ids' in named ? named.ids : rows.length > 0 ? [] : [named.batch];
    for (const id of wanted.filter((one) => !there.has(one))) {
      failures.push({
        id,
        kind: null,
        error: new Error('A job names an event that is not there.'),
      });
    }
    return { events, failures };
  }

  /**
   * Takes events in together; when that fails and not because of the times, in halves, down to the
   * one that fails: it holds up no other.
   */
  async function takeIn(region: string, events: readonly ReadEvent[]): Promise<Failure[]> {
    if (events.length === 0) return [];
    try {
      await inRegion(region, async (intake, tx) => {
        await intake.takeIn(events);
        if (events.length <= ATTEMPTED_AGAIN) {
          await noLongerAside(tx, region, events.map(({ id }) => id)); // prettier-ignore
        }
      });
      return [];
    } catch (error) {
      if (events.length === 1 || isTransient(error)) {
        return events.map(({ id, kind }) => ({ id, kind, error }));
      }
      const half = Math.ceil(events.length / 2);
      const first = await takeIn(region, events.slice(0, half));
      return [...first, ...(await takeIn(region, events.slice(half)))];
    }
  }

  /** Sets aside what trying again does not help; gives the failures that are tried again. */
  async function sorted(group: Group, failures: readonly Failure[]): Promise<readonly Failure[]> {
    const attempt = (id: string) => jobOf(group, id)?.retryCount ?? 0;
    const hopeless = failures.filter(
      ({ id, fault, error }) =>
        fault !== undefined || (!isTransient(error) && attempt(id) >= ATTEMPTS),
    );
    if (hopeless.length > 0) {
      const { region, producer } = group;
      const rows = hopeless.map(({ id, kind, fault }) => ({
        ...{ region, id, producer, kind },
        fault: fault ?? (kind === null ? ('NOT_THERE' as const) : ('NOT_TAKEN_IN' as const)),
      }));
      await inScope(orm, systemIdentity(SUBJECT, region), (tx) => setAside(tx, rows, now()));
    }
    return failures.filter((one) => !hopeless.includes(one));
  }

  /** Sends a job anew that has waited for long: what only has to wait is never given up. */
  async function sentAnew({ producer, region }: Group, { data }: Job<EventJob>): Promise<void> {
    await inScope(orm, systemIdentity(SUBJECT, region), async (tx) => {
      const later = { startAfter: WAIT_S };
      await sendInTransaction(queue, await tx(), eventQueue(producer), data, later);
    });
  }

  async function settle(group: Group): Promise<JobResult[]> {
    let left: readonly Failure[];
    try {
      const { events, failures } = await read(group);
      left = await sorted(group, [...failures, ...(await takeIn(group.region, events))]);
    } catch (error) {
      left = group.jobs.map((job) => ({ id: idOf(job), kind: null, error }));
    }
    return Promise.all(
      group.jobs.map(async (job): Promise<JobResult> => {
        const failed = left.find(({ id }) => jobOf(group, id) === job);
        if (!failed) return { id: job.id, status: 'completed' };
        const { error } = failed;
        log.error({ err: error, job: job.id }, 'event not taken in');
        const waits = isTransient(error) && job.retryCount >= WAITS;
        const sent = waits && (await sentAnew(group, job).then(() => true, () => false)); // prettier-ignore
        if (sent) return { id: job.id, status: 'completed' };
        return { id: job.id, status: 'failed', output: describeFault(error) };
      }),
    );
  }

  return async (producer: Producer, jobs: readonly Job<EventJob>[]): Promise<JobResult[]> => {
    const results: JobResult[] = [];
    for (const group of groupsOf(producer, jobs)) results.push(...(await settle(group)));
    return results;
  };
}

/** Whoever tries events again sends them one by one: larger groups hold none that was set aside. */
const ATTEMPTED_AGAIN = 50;

function idOf({ data }: Job<EventJob>): string {
  return 'eventId' in data ? data.eventId : data.batch;
}

/** The job that an event of a group came by: its own, or that of its batch. */
function jobOf({ jobs, named }: Group, id: string): Job<EventJob> | undefined {
  return 'batch' in named ? jobs[0] : jobs.find((job) => idOf(job) === id);
}
