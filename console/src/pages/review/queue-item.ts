import type { QueueRow } from './queue-rows.ts';

/** What the list of a queue shows of every row; each page adds its own. */
export interface QueueItem extends QueueRow {
  /** Masked. */
  readonly name: string;
  /** Division of present stay, GB/T 2260. */
  readonly place: string;
  readonly residentId: string;
  /** When it came in. */
  readonly since: string;
  readonly dueAt: string;
  /** False once it has been decided. */
  readonly waits: boolean;
}
