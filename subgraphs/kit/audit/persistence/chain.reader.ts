import type { Checkpoint, SealedHead } from '../checkpoint.ts';
import type { CheckpointRecord, CheckpointStart } from '../verify-checkpoints.ts';
import type { ChainRow, ChainState, Erased, SealedAt } from '../verify-chain.ts';
import { CHECKPOINT_START } from '../verify-checkpoints.ts';
import { checkpointHash } from '../checkpoint.ts';
import { CHECKPOINT, HEAD, MILLIS, newestHeads, SEALED_REGIONS } from './columns.ts';
import { ALL_REGIONS } from './names.ts';

/** Runs a statement with `?` for its values, in a scope that shows the regions that are read. */
export type Ask = <T extends object>(text: string, values?: readonly unknown[]) => Promise<T[]>;

/** Entries read at a time. */
const BATCH = 5_000;
/** Checkpoints read at a time. */
const CHECKPOINT_BATCH = 500;

// Entries and bodies side by side, so that a body without an entry shows as well.
const ROWS = `select sequence::float8 as sequence, e.at, e.kind, e.commitment, e.hash, b.salt, b.body
  from (select sequence, ${MILLIS}, kind, commitment, hash from audit.entry
        where region = ? and sequence between ? and ?) e
  full join (select sequence, salt, body from audit.body
        where region = ? and sequence between ? and ?) b using (sequence)
  order by 1`;

/** How far a chain reaches: by its head, and by whatever is there. */
export interface ChainEnd {
  readonly head: ChainState | null;
  readonly last: number;
}

/** Reads the audit log for verifying. */
export interface ChainReader {
  /** Regions that have a chain, or had one. */
  regions(): Promise<string[]>;
  end(region: string): Promise<ChainEnd>;
  /** State after an entry, as it stands there; null when there is no such entry. */
  stateAt(region: string, sequence: number): Promise<ChainState | null>;
  /** Rows of a stretch, both ends included, many at a time. */
  rows(region: string, first: number, last: number): AsyncIterable<readonly ChainRow[]>;
  /** Sealed heads within a stretch, in order. */
  sealed(region: string, first: number, last: number): AsyncIterable<readonly SealedAt[]>;
  /** The sealed head of the stretch between two checkpoints in which an entry stands. */
  sealedOver(region: string, sequence: number): Promise<SealedAt | null>;
  /** The newest sealed head before an entry; null when there is none. */
  sealedBefore(region: string, sequence: number): Promise<SealedAt | null>;
  /**
   * The last sealed head after one entry, up to another and up to a checkpoint, or else the next
   * one; null when none follows.
   */
  sealedAfter(
    region: string,
    after: number,
    upTo: number,
    upToNumber: number,
  ): Promise<SealedAt | null>;
  /** Stretches whose bodies were erased by a logged decision. */
  erased(region: string): Promise<Erased[]>;
  /** What is known before checkpoint `number`, as it stands there. */
  checkpointStart(number: number): Promise<CheckpointStart>;
  /** The newest checkpoint that each witness cosigned. */
  cosigned(): Promise<{ readonly witness: string; readonly number: number }[]>;
  checkpoints(first: number, last: number): AsyncIterable<readonly CheckpointRecord[]>;
}

interface NumberedHead extends SealedHead {
  readonly number: number;
}

/** The log in PostgreSQL, read through `ask`. */
export function chainReader(ask: Ask): ChainReader {
  const checkpointsBetween = (first: number, last: number) =>
    ask<Checkpoint>(
      `select ${CHECKPOINT} from audit.checkpoint
       where region = '${ALL_REGIONS}' and checkpoint.number between ? and ?
       order by checkpoint.number limit ${CHECKPOINT_BATCH}`,
      [first, last],
    );

  return {
    async regions() {
      const found = await ask<{ region: string }>(
        `${SEALED_REGIONS} select region from r where region is not null
         union select region from audit.head order by 1`,
      );
      return found.map(({ region }) => region);
    },
    async end(region) {
      const [head] = await ask<ChainState>(
        `select sequence::float8 as sequence, hash, ${MILLIS} from audit.head where region = ?`,
        [region],
      );
      const [last] = await ask<{ last: number }>(
        `select coalesce(greatest((select max(sequence) from audit.entry where region = ?),
           (select max(sequence) from audit.body where region = ?)), 0)::float8 as last`,
        [region, region],
      );
      return { head: head ?? null, last: last?.last ?? 0 };
    },
    async stateAt(region, sequence) {
      const [state] = await ask<ChainState>(
        `select sequence::float8 as sequence, hash, ${MILLIS} from audit.entry where region = ? and sequence = ?`,
        [region, sequence],
      );
      return state ?? null;
    },
    async *rows(region, first, last) {
      const read = (from: number) => {
        const window = [region, from, Math.min(from + BATCH - 1, last)];
        const batch = ask<ChainRow>(ROWS, [...window, ...window]);
        batch.catch(() => undefined); // who reads on is told; who stopped need not know
        return batch;
      };
      // The database reads the next rows while these are verified.
      let next = first <= last ? read(first) : null;
      for (let from = first + BATCH; next; from += BATCH) {
        const batch = await next;
        next = from <= last ? read(from) : null;
        yield batch;
      }
    },
    async *sealed(region, first, last) {
      for (let after = 0; ;) {
        const batch = await ask<SealedAt>(
          `select ${HEAD} from audit.checkpoint_head
           where region = ? and sequence between ? and ? and checkpoint_head.number > ?
           order by checkpoint_head.number limit ${CHECKPOINT_BATCH}`,
          [region, first, last, after],
        );
        yield batch;
        if (batch.length < CHECKPOINT_BATCH) return;
        after = batch.at(-1)?.number ?? 0;
      }
    },
    async sealedOver(region, sequence) {
      const [head] = await ask<SealedAt>(
        `select ${HEAD} from audit.checkpoint_head
         where region = ? and sequence >= ? order by checkpoint_head.sequence limit 1`,
        [region, sequence],
      );
      return head && head.fromSequence <= sequence ? head : null;
    },
    async sealedBefore(region, sequence) {
      const [head] = await ask<SealedAt>(
        `select ${HEAD} from audit.checkpoint_head
         where region = ? and sequence < ? order by checkpoint_head.sequence desc limit 1`,
        [region, sequence],
      );
      return head ?? null;
    },
    async sealedAfter(region, after, upTo, upToNumber) {
      const [far] = await ask<SealedAt>(
        `select ${HEAD} from audit.checkpoint_head
         where region = ? and sequence > ? and sequence <= ? and checkpoint_head.number <= ?
         order by checkpoint_head.sequence desc limit 1`,
        [region, after, upTo, upToNumber],
      );
      if (far) return far;
      const [next] = await ask<SealedAt>(
        `select ${HEAD} from audit.checkpoint_head
         where region = ? and sequence > ? order by checkpoint_head.sequence limit 1`,
        [region, after],
      );
      return next ?? null;
    },
    async erased(region) {
      const found = await ask<{ sequence: number; body: string }>(
        `select sequence::float8 as sequence, b.body from audit.entry e join audit.body b using (region, sequence)
         where region = ? and e.kind = 'BODIES_ERASED'`,
        [region],
      );
      return found.flatMap(erasedBy);
    },
    async checkpointStart(number) {
      const [before] = await checkpointsBetween(number - 1, number - 1);
      if (!before) return CHECKPOINT_START;
      const heads = await ask<SealedHead>(newestHeads('checkpoint_head.number < ?'), [number]);
      const mark = { number: before.number, hash: checkpointHash(before) };
      return { mark, at: before.at, heads };
    },
    cosigned: () =>
      ask(
        `select witness, max(cosignature.number)::float8 as number from audit.cosignature
         where region = '${ALL_REGIONS}' group by witness order by witness`,
      ),
    async *checkpoints(first, last) {
      for (let from = first; from <= last;) {
        const batch = await checkpointsBetween(from, last);
        const to = batch.at(-1)?.number;
        if (to === undefined) return;
        const moved = await ask<NumberedHead>(
          `select ${HEAD} from audit.checkpoint_head where checkpoint_head.number between ? and ?`,
          [from, to],
        );
        const byNumber = Map.groupBy(moved, (head) => head.number);
        yield batch.map((checkpoint) => ({
          checkpoint,
          moved: byNumber.get(checkpoint.number) ?? [],
        }));
        from = to + 1;
      }
    },
  };
}

/** The stretch before it that an erasing decision names; none when it cannot be read. */
function erasedBy({ sequence, body }: { sequence: number; body: string }): Erased[] {
  const read = JSON.parse(body) as { detail?: { from?: unknown; to?: unknown } } | null;
  const { from, to } = read?.detail ?? {};
  if (typeof from !== 'number' || typeof to !== 'number') return [];
  return [{ from, to: Math.min(to, sequence - 1) }];
}
