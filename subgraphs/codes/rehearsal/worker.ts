import type { MikroORM } from '@mikro-orm/postgresql';
import type { PgBoss } from 'pg-boss';
import { sendInTransaction } from '../../kit/events/queue.ts';
import { oneByOne, workOn } from '../../kit/events/work.ts';
import { systemIdentity } from '../../kit/identity.ts';
import type { Log } from '../../kit/log.ts';
import { inScope, type Transaction } from '../../kit/scope/unit-of-work.ts';
import type { CurrentReference } from '../domain/recognition/reference.ts';
import type { RehearsalStep, RehearsalStore } from '../domain/rehearsal/rehearsal.ts';
import type { TrustRoots } from '../persistence/key-file.ts';
import { rehearsalStore } from '../persistence/rehearsal.store.ts';
import { SUBJECT } from './code-life.ts';
import { rehearsal, theirsKnownHere } from './rehearsal.ts';

/** Queue of rehearsals that were asked for. */
export const REHEARSAL_QUEUE = 'codes.rehearsals';

/** What such a job holds. */
export interface RehearsalJob {
  readonly region: string;
  readonly id: string;
}

/** What playing rehearsals is made of. */
export interface RehearsalWorkerParts {
  readonly orm: MikroORM;
  readonly queue: PgBoss;
  readonly roots: TrustRoots;
  readonly keysFile: string;
  readonly reference: CurrentReference;
  readonly now: () => Date;
  readonly log: Log;
}

/** Sends a rehearsal on its way, in the transaction that makes it. */
export function rehearsalSender(queue: PgBoss) {
  return async (tx: Transaction, job: RehearsalJob): Promise<void> =>
    sendInTransaction(queue, await tx(), REHEARSAL_QUEUE, job);
}

const THERE = 'read the specimen in another stack, or `tongma region rehearse --peer-data`';

/** A report says it too when the list that carried the region is gone since it was asked for. */
const NOT_LISTED: RehearsalStep = {
  ...{ step: 'SPECIMEN_ISSUED', state: 'FAILED', took: 0 },
  note: 'no trust list carries the region with a key that is here',
};

/** Plays a rehearsal that was asked for, and puts down every step; once it is over it is left. */
export function rehearsing(parts: Omit<RehearsalWorkerParts, 'queue' | 'log'>) {
  const { orm, roots, keysFile, reference, now } = parts;

  return async ({ region, id }: RehearsalJob): Promise<void> => {
    const withStore = <T>(work: (store: RehearsalStore) => Promise<T>): Promise<T> =>
      inScope(orm, systemIdentity(SUBJECT, region), (tx) => work(rehearsalStore(tx)));
    const kept = await withStore((store) => store.find(region, id));
    if (!kept || kept.endedAt) return;
    // What was heard of another stack when it was asked for; one that was killed begins anew.
    const heard = kept.steps.find(({ step }) => step === 'THEIRS_KNOWN_HERE');
    const played = rehearsal(
      { orm, roots, keysFile, reference: reference(), region, now },
      {
        there: () => ({ notDone: THERE }),
        theirs: (trust, at) => heard ?? theirsKnownHere(null, trust, region, at),
      },
    );
    const steps: RehearsalStep[] = [];
    for await (const step of played ?? [NOT_LISTED]) {
      steps.push(step);
      await withStore((store) => store.note({ region, id, steps }));
    }
    await withStore((store) => store.end({ ...kept, steps, endedAt: now() }));
  };
}

/** Starts playing rehearsals that are asked for. */
export async function startRehearsing({ queue, log, ...parts }: RehearsalWorkerParts) {
  const play = rehearsing(parts);
  await workOn<RehearsalJob>({ queue, log }, REHEARSAL_QUEUE, { workers: 1 }, oneByOne(play));
}
