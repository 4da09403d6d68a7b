import { Pool, type PoolClient } from 'pg';
import type { Checkpoint, SealedHead } from '../checkpoint.ts';
import type { NewEntry } from '../notes.ts';
import { CHECKPOINT, newestHeads } from './columns.ts';
import { ALL_REGIONS } from './names.ts';

/** The newest entry of a chain, as it stands. */
export type ChainHead = Pick<SealedHead, 'region' | 'sequence' | 'hash'>;

/** What the checkpointer does within one transaction, which sees one state of all chains. */
export interface SealingTransaction {
  /** The newest checkpoint; null when there is none. */
  newest(): Promise<Checkpoint | null>;
  /** A checkpoint by its number. */
  byNumber(number: number): Promise<Checkpoint | null>;
  /** The newest sealed head of each region. */
  sealedHeads(): Promise<SealedHead[]>;
  heads(): Promise<ChainHead[]>;
  /** Hashes of a chain's entries, both ends included. */
  hashes(region: string, first: number, last: number): Promise<Buffer[]>;
  /** Now, in milliseconds since 1970, by the database's clock. */
  now(): Promise<number>;
  add(checkpoint: Checkpoint, moved: readonly SealedHead[]): Promise<void>;
  append(entry: NewEntry): Promise<void>;
  /** Checkpoints after a number, oldest first; without one, the newest alone. */
  after(number: number | null, limit: number): Promise<Checkpoint[]>;
  /** The newest checkpoint that a witness cosigned; null when there is none. */
  cosignedBy(witness: string): Promise<number | null>;
  addCosignature(number: number, witness: string, signature: Uint8Array): Promise<void>;
}

/** Checkpoints in PostgreSQL, as the role that may write them. */
export interface CheckpointStore {
  sealing<T>(work: (tx: SealingTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

function transactionOf(client: PoolClient): SealingTransaction {
  async function rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await client.query<T>(text, values)).rows;
  }
  const all = (where: string, values: unknown[] = []) =>
    rows<Checkpoint>(
      `select ${CHECKPOINT} from audit.checkpoint where region = '${ALL_REGIONS}' ${where}`,
      values,
    );
  const one = async (where: string, values: unknown[] = []) =>
    (await all(where, values))[0] ?? null;

  return {
    newest: () => one('order by checkpoint.number desc limit 1'),
    byNumber: (number) => one('and checkpoint.number = $1', [number]),
    sealedHeads: () => rows(newestHeads()),
    heads: () => rows('select region, sequence::float8 as sequence, hash from audit.head'),
    async hashes(region, first, last) {
      const found = await rows<{ hash: Buffer }>(
        'select hash from audit.entry where region = $1 and sequence between $2 and $3 order by sequence',
        [region, first, last],
      );
      return found.map(({ hash }) => hash);
    },
    async now() {
      const [row] = await rows<{ now: number }>(
        'select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now',
      );
      return row?.now ?? 0;
    },
    async add({ log, number, at, previous, root, keyId, signature }, moved) {
      await rows(
        `insert into audit.checkpoint (region, number, log, at, root, previous, signature, key_id)
         values ('${ALL_REGIONS}', $1, $2, $3, $4, $5, $6, $7)`,
        [number, log, new Date(at), root, previous, signature, keyId],
      );
      for (const { region, sequence, fromSequence, hash, intervalRoot } of moved) {
        await rows(
          `insert into audit.checkpoint_head (region, number, sequence, from_sequence, hash, interval_root)
           values ($1, $2, $3, $4, $5, $6)`,
          [region, number, sequence, fromSequence, hash, intervalRoot],
        );
      }
    },
    after: (number, limit) =>
      number === null
        ? all('order by checkpoint.number desc limit 1')
        : all('and checkpoint.number > $1 order by checkpoint.number limit $2', [number, limit]),
    async cosignedBy(witness) {
      const [row] = await rows<{ number: number | null }>(
        `select max(cosignature.number)::float8 as number from audit.cosignature
         where region = '${ALL_REGIONS}' and witness = $1`,
        [witness],
      );
      return row?.number ?? null;
    },
    async addCosignature(number, witness, signature) {
      await rows(
        `insert into audit.cosignature (region, number, witness, signature, at)
         values ('${ALL_REGIONS}', $1, $2, $3, now()) on conflict do nothing`,
        [number, witness, signature],
      );
    },
    async append(entry) {
      await rows('select audit.append($1)', [JSON.stringify([entry])]);
    },
  };
}

/** Opens the checkpointer's connection; of the entries it reads nothing but their hashes. */
export function checkpointStore(url: string): CheckpointStore {
  const pool = new Pool({
    connectionString: url,
    ...{ max: 2, connectionTimeoutMillis: 5_000, application_name: 'tongma-checkpoint' },
  });
  pool.on('error', () => undefined); // an idle connection was lost; the next one is opened
  return {
    async sealing(work) {
      const client = await pool.connect();
      try {
        await client.query('begin isolation level repeatable read');
        const result = await work(transactionOf(client));
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        await client.query('rollback').then(
          () => {
            client.release();
          },
          (lost: unknown) => {
            client.release(lost instanceof Error ? lost : true);
          },
        );
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
