import type { Job } from 'pg-boss';
import { eventQueue, type EventJob } from '../kit/events/queue.ts';
import type { Failures } from '../kit/events/work.ts';
import { systemIdentity } from '../kit/identity.ts';
import { inScope } from '../kit/scope/unit-of-work.ts';
import { isTransient, NotNowError } from '../kit/transient.ts';
import type { ReadEvent } from './domain/code/intake-store.ts';
import type { SetAsideFault } from './domain/set-aside/set-aside.ts';
import { toIncoming } from './persistence/event-reader.ts';
import { readEvents, type Named, type Producer } from './persistence/event-source.ts';
import { noLongerAside, setAside } from './persistence/set-aside.store.ts';
import { SUBJECT, type InRegion, type WorkerParts } from './worker.ts';

/** Attempts after which an event that fails each time is set aside. */
const ATTEMPTS = 4;

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
  const { orm, now, log } = parts;

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
      for (const { id: event, error: err } of hopeless) {
        const alarm = { queue: eventQueue(producer), event, alarm: 'EVENT_SET_ASIDE' };
        log.error({ err, ...alarm }, 'an event cannot be taken in');
      }
    }
    return failures.filter((one) => !hopeless.includes(one));
  }

  /**
   * What the jobs of a group failed with. That events cannot be read, or set aside, is no fault of
   * any of them: they wait until they can be, such as until `migrate` was run.
   */
  async function settle(group: Group): Promise<readonly (readonly [string, unknown])[]> {
    let left: readonly Failure[];
    try {
      const { events, failures } = await read(group);
      left = await sorted(group, [...failures, ...(await takeIn(group.region, events))]);
    } catch (cause) {
      const error = new NotNowError('Events were not read, or not set aside.', { cause });
      return group.jobs.map(({ id }) => [id, error] as const);
    }
    return group.jobs.flatMap((job) => {
      const failed = left.find(({ id }) => jobOf(group, id) === job);
      return failed ? [[job.id, failed.error] as const] : [];
    });
  }

  return async (producer: Producer, jobs: readonly Job<EventJob>[]): Promise<Failures> => {
    const failures = new Map<string, unknown>();
    for (const group of groupsOf(producer, jobs)) {
      for (const [id, error] of await settle(group)) failures.set(id, error);
    }
    return failures;
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
