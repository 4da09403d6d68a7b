import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import { hasLeft, openRow, type QueueRow } from './queue-rows.ts';

/** A list that is read again and again. */
export interface RenewedList<T> {
  /** Rows as the graph gave them last; undefined when it gave none. */
  readonly rows: () => readonly T[] | undefined;
  /** Whether more follow on another page. */
  readonly more: () => boolean;
  /** What the list was asked with: another question has another first row. */
  readonly asked: () => unknown;
}

/** The row that a reviewer looks at. */
export interface OpenRow<T> {
  readonly open: ShallowRef<T | null>;
  /** It has left the list: somebody else decided it. */
  readonly gone: ComputedRef<boolean>;
}

/**
 * Keeps the row that is open, however the list below it changes: nobody's name comes in the place of
 * the one a reviewer reads. `rows` are those that can be opened.
 */
export function useOpenRow<T extends QueueRow>(
  list: RenewedList<T>,
  rows: () => readonly T[],
): OpenRow<T> {
  const open: ShallowRef<T | null> = shallowRef(null);
  let anew = false;
  watch(list.asked, () => {
    anew = true;
    open.value = null;
  });
  watch(
    list.rows,
    (given) => {
      if (!given) return;
      open.value = openRow(rows(), anew ? null : open.value);
      anew = false;
    },
    { immediate: true },
  );
  const gone = computed(() => {
    const given = list.rows();
    return given !== undefined && open.value !== null && hasLeft(given, open.value, list.more());
  });
  return { open, gone };
}
