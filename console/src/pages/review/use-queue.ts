import type { CombinedError } from '@urql/vue';
import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { useKeys } from '../../composables/keys.ts';
import { countAgain } from '../../composables/waiting.ts';
import { useHeldDecision } from './held-decision.ts';
import { useOutcome, type AskOutcome, type Outcome } from './outcome.ts';
import { useOpenRow, type OpenRow, type RenewedList } from './open-row.ts';
import { rowAfterDecision, rowBeside, type QueueRow } from './queue-rows.ts';

const RENEW_MS = 20_000;

/** A decision on a row, made and perhaps not sent yet. */
export interface Decision<T> {
  readonly row: T;
  readonly decision: 'APPROVE' | 'REJECT';
  readonly reason: string | null;
}

/** How a queue reads and decides. */
export interface QueueOptions<T> extends RenewedList<T> {
  /** Whether its rows can be decided: they wait. */
  readonly decidable: () => boolean;
  /** Has the rows read again; `background`: by itself, which keeps no session awake. */
  readonly renew: (background: boolean) => void;
  readonly decide: (decision: Decision<T>) => Promise<CombinedError | undefined>;
  /** How somebody else has decided a row. */
  readonly outcome: AskOutcome<T>;
}

/** A decision that was not taken. */
export interface FailedDecision<T> {
  readonly row: T;
  readonly error: CombinedError;
  /** How somebody else had decided before, once that is known. */
  readonly outcome: Outcome | null;
}

/** The state of a review queue: which row is open, what was decided, what failed. */
export interface Queue<T> extends OpenRow<T> {
  /** Rows without those decided here. */
  readonly rows: ComputedRef<readonly T[]>;
  /** On a narrow screen the open row covers the list. */
  readonly detail: Ref<boolean>;
  /** Whether a reason for rejecting is being written. */
  readonly rejecting: Ref<boolean>;
  readonly held: Readonly<Ref<Decision<T> | null>>;
  readonly failed: Readonly<Ref<FailedDecision<T> | null>>;
  /** How the open row was decided by somebody else, once that is known. */
  readonly outcome: Readonly<Ref<Outcome | null>>;
  show(row: T): void;
  /** Opens the row after or before the open one. */
  step(by: 1 | -1): void;
  decide(decision: 'APPROVE' | 'REJECT', reason: string | null): void;
  undo(): void;
}

/** A review queue with its keys: J K step, A approves, X rejects, Z takes back. */
export function useQueue<T extends QueueRow>(options: QueueOptions<T>): Queue<T> {
  const decided = ref(new Set<string>());
  const detail = ref(false);
  const rejecting = ref(false);
  const failed = shallowRef<FailedDecision<T> | null>(null);

  const rows = computed(() => options.rows()?.filter(({ id }) => !decided.value.has(id)) ?? []);
  const { open, gone } = useOpenRow(options, () => rows.value);
  const outcome = useOutcome({ open, gone }, options.outcome);
  const decidable = () => open.value !== null && !gone.value && options.decidable();
  // What is being written is about one row.
  watch(
    () => open.value?.id,
    () => (rejecting.value = false),
  );

  async function fail(row: T, error: CombinedError): Promise<void> {
    const failure = { row, error, outcome: null };
    failed.value = failure;
    const found = await options.outcome(row);
    if (failed.value === failure) failed.value = { ...failure, outcome: found };
  }

  const { held, hold, undo } = useHeldDecision<Decision<T>>(async (decision) => {
    const error = await options.decide(decision);
    if (error) {
      decided.value.delete(decision.row.id);
      void fail(decision.row, error);
    }
    countAgain();
    options.renew(false);
    return !error;
  });

  function show(row: T): void {
    open.value = row;
    rejecting.value = false;
    detail.value = true;
  }
  function step(by: 1 | -1): void {
    const next = rowBeside(rows.value, open.value, by);
    if (next) show(next);
  }
  function decide(decision: 'APPROVE' | 'REJECT', reason: string | null): void {
    const row = open.value;
    if (!row || !decidable()) return;
    const next = rowAfterDecision(rows.value, row.id);
    failed.value = null;
    rejecting.value = false;
    decided.value.add(row.id);
    open.value = next;
    if (!next) detail.value = false;
    hold({ row, decision, reason });
  }
  function takeBack(): void {
    const taken = undo();
    if (!taken) return;
    decided.value.delete(taken.row.id);
    show(taken.row);
  }

  useKeys({
    j: () => {
      step(1);
    },
    k: () => {
      step(-1);
    },
    arrowdown: () => {
      step(1);
    },
    arrowup: () => {
      step(-1);
    },
    a: () => {
      decide('APPROVE', null);
    },
    x: () => {
      rejecting.value = decidable();
    },
    z: takeBack,
    escape: () => {
      if (rejecting.value) rejecting.value = false;
      else detail.value = false;
    },
  });

  const timer = setInterval(() => {
    if (!document.hidden) options.renew(true);
  }, RENEW_MS);
  onScopeDispose(() => {
    clearInterval(timer);
  });
  // All of a page is decided: what follows can only be read once the last decision is stored.
  watch(
    () => rows.value.length,
    (left, before) => {
      if (left === 0 && before > 0 && !held.value) options.renew(false);
    },
  );

  return {
    ...{ rows, open, gone, outcome, detail, rejecting, held, failed, show, step, decide },
    undo: takeBack,
  };
}
