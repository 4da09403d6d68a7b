import type { CombinedError } from '@urql/vue';
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import type { TestRow } from './test-file.ts';

/** Rows of one submission. Source: the graph's `submitTestResults`. */
export const CHUNK = 500;

/** A row that the graph refused; `line` counts from 1 within what was sent. */
export interface Refusal {
  readonly line: number;
  readonly field: string;
  readonly code: string;
}

/** What the graph answers to some rows. */
export interface Answer {
  /** Number of the submission. */
  readonly id: string;
  readonly refused: readonly Refusal[];
}

/** The receipt of one row of the file. */
export interface RowReceipt {
  /** Place in the file, from 1, the names of columns not counted. */
  readonly row: number;
  readonly submission: string;
  /** Null when it was accepted. */
  readonly refused: Omit<Refusal, 'line'> | null;
}

/** Receipts of a submission that began after `before` rows and had `count`. */
export function receiptsOf({ id, refused }: Answer, before: number, count: number): RowReceipt[] {
  const byLine = new Map(refused.map((one) => [one.line, one]));
  return Array.from({ length: count }, (_empty, at) => {
    const no = byLine.get(at + 1);
    return {
      ...{ row: before + at + 1, submission: id },
      refused: no ? { field: no.field, code: no.code } : null,
    };
  });
}

/** Sends some rows. */
export type SendRows = (
  rows: readonly TestRow[],
) => Promise<{ readonly answer: Answer } | { readonly error: CombinedError | undefined }>;

/**
 * Sends a file part by part: after a fault, or when it was stopped, it goes on where it was; a part
 * that was under way counts when its answer comes. What was refused spoils nothing else.
 */
export function useSending(send: SendRows) {
  const receipts = shallowRef<readonly RowReceipt[]>([]);
  const state = ref<'idle' | 'sending' | 'stopped' | 'done'>('idle');
  const error = shallowRef<CombinedError>();
  let running: Promise<void> | undefined;
  let left = false;
  onScopeDispose(() => {
    left = true;
  });
  const wanted = () => state.value === 'sending' && !left;

  async function sendAll(rows: readonly TestRow[]): Promise<void> {
    while (wanted() && receipts.value.length < rows.length) {
      const before = receipts.value.length;
      const part = rows.slice(before, before + CHUNK);
      const sent = await send(part);
      if ('answer' in sent) {
        receipts.value = [...receipts.value, ...receiptsOf(sent.answer, before, part.length)];
      } else {
        error.value = sent.error;
        state.value = 'stopped';
      }
    }
    if (receipts.value.length === rows.length) state.value = 'done';
  }

  return {
    ...{ receipts, state, error },
    done: computed(() => receipts.value.length),
    refused: computed(() => receipts.value.filter(({ refused }) => refused !== null)),
    go(rows: readonly TestRow[]): Promise<void> {
      state.value = 'sending';
      error.value = undefined;
      // Stopped while a part is under way: the same run goes on after it.
      running ??= sendAll(rows).finally(() => (running = undefined));
      return running;
    },
    stop(): void {
      if (state.value === 'sending') state.value = 'stopped';
    },
  };
}
