import { refuseUnboundRole } from '../database-role.ts';
import type { Log } from '../log.ts';
import { askWitnesses, CHAIN_MAX, type KnownWitness } from './ask-witnesses.ts';
import { checkpointHash, type Checkpoint } from './checkpoint.ts';
import type { KeptCheckpoint } from './kept-checkpoint.ts';
import { checkpointStore } from './persistence/checkpoint.store.ts';
import { seal, type LogIdentity, type Sealed } from './seal.ts';

/** Time between checkpoints. Source: SECURITY.md, Audit log. */
const EVERY_MS = 60_000;

/** What a checkpointer is made of. */
export interface CheckpointerParts extends LogIdentity {
  /** As role `tongma_checkpoint`. */
  readonly databaseUrl: string;
  readonly kept: KeptCheckpoint;
  readonly logger: Log;
  /** Who cosigns. Default: nobody. */
  readonly witnesses?: readonly KnownWitness[];
}

/** Signs checkpoints until it is closed. */
export interface Checkpointer {
  /** Signs one now. */
  sealNow(): Promise<Sealed>;
  /** Checkpoints after a number, oldest first; without one, the newest alone. */
  chain(after: number | null): Promise<Checkpoint[]>;
  /** Whether its database answers. */
  reaches(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Signs a checkpoint now, then one a minute. What goes wrong later is an alarm in the log: nothing
 * is written for long without checkpoints, since `audit.append` refuses.
 * @throws {Error} when the first cannot be signed
 */
export async function startCheckpointer(parts: CheckpointerParts): Promise<Checkpointer> {
  const { databaseUrl, kept, logger, witnesses = [] } = parts;
  await refuseUnboundRole(databaseUrl, 'the checkpointer');
  const store = checkpointStore(databaseUrl);
  let last: Promise<unknown> = Promise.resolve();
  let asked: Promise<void> = Promise.resolve();

  async function run(): Promise<Sealed> {
    const sealed = await store.sealing((tx) => seal(tx, parts, kept.read()));
    const { number } = sealed.checkpoint;
    // After the commit: a kill between the two leaves the file behind the database, never ahead.
    kept.write({ number, hash: checkpointHash(sealed.checkpoint) });
    for (const alarm of sealed.alarms) logger.error(alarm, 'the audit log is not as it was signed');
    asked = asked.then(() => askWitnesses(store, witnesses, logger));
    return sealed;
  }

  /** One at a time. */
  function sealNow(): Promise<Sealed> {
    const next = last.then(run, run);
    last = next.catch(() => undefined);
    return next;
  }

  try {
    await sealNow();
  } catch (error) {
    await store.close();
    throw error;
  }
  const timer = setInterval(() => {
    sealNow().catch((err: unknown) => {
      logger.error({ err, alarm: 'NO_CHECKPOINT' }, 'no checkpoint could be signed');
    });
  }, EVERY_MS).unref(); // what it signs for keeps the process alive
  return {
    sealNow,
    chain: (after) => store.sealing((tx) => tx.after(after, CHAIN_MAX)),
    async reaches() {
      await store.sealing((tx) => tx.now());
      return true;
    },
    async close() {
      clearInterval(timer);
      await last;
      await asked;
      await store.close();
    },
  };
}
