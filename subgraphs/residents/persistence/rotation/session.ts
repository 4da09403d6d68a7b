import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import type { BlindIndex } from '../../../kit/keys/blind-index.ts';
import type { FieldCipher } from '../../../kit/keys/field-cipher.ts';
import type { KeyRing } from '../../../kit/keys/key-ring.ts';
import type { KeyWrapper } from '../../../kit/keys/key-wrapper.ts';
import { OperatorError } from '../../../kit/operator-error.ts';
import { inScope } from '../../../kit/scope/unit-of-work.ts';
import { DivisionRow } from '../division.entity.ts';
import { KeyRingRow } from '../key-ring.entity.ts';
import { keyScope } from '../key-ring.store.ts';

/** What replacing keys needs. */
export interface Rotation {
  readonly orm: MikroORM;
  readonly ring: KeyRing;
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
  readonly wrapper: KeyWrapper;
  /** Waits until nobody works any more with what a change of the ring before it has replaced. */
  settle(): Promise<void>;
  say(sentence: string): void;
}

/** Holds for the life of a connection: two commands at once would undo each other. */
const LOCK = `select pg_try_advisory_lock(hashtext('tongma keys rotate')) as free`;
const OLDER =
  'select count(*)::int as older from pg_stat_activity ' +
  'where usename = current_user and datname = current_database() and xact_start < $1';
const POLL_MS = 50;
const STUCK_MS = 300_000;

/** A rotation's own connection: holds the lock, and sees which transactions of the role run. */
export interface RotationSession {
  settle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Takes the lock of rotations.
 * @throws {OperatorError} when another one runs, or the database does not answer
 */
export async function openSession(url: string, leaseMs: number): Promise<RotationSession> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ free: boolean }>(LOCK);
  if (!rows[0]?.free) {
    await client.end();
    throw new OperatorError('Another rotation of keys is running on this database.');
  }
  return {
    // A process may use what it has loaded for one lease; a transaction that began within the lease
    // may still write by it. Those that begin later load anew.
    async settle() {
      await sleep(leaseMs * 1.1 + 10);
      const { rows: clock } = await client.query<{ now: Date }>('select clock_timestamp() as now');
      const until = Date.now() + STUCK_MS;
      for (;;) {
        const { rows: found } = await client.query<{ older: number }>(OLDER, [clock[0]?.now]);
        if (found[0]?.older === 0) return;
        if (Date.now() > until) {
          throw new OperatorError(
            'A transaction of residents does not end; run this command again when it has.',
          );
        }
        await sleep(POLL_MS);
      }
    },
    close: () => client.end(),
  };
}

/** Regions that register residents or have keys. */
export async function keyRegions({ orm }: Pick<Rotation, 'orm'>): Promise<string[]> {
  return inScope(orm, keyScope(), async (tx) => {
    const em = await tx();
    const registrars = await em.find(DivisionRow, { registers: true });
    const keys = await em.find(KeyRingRow, { use: 'DATA' });
    const regions = [...registrars.map(({ code }) => code), ...keys.map(({ region }) => region)];
    return [...new Set(regions)].sort();
  });
}
