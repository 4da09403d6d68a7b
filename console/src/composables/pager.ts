import { computed, ref, type ComputedRef } from 'vue';

/** Pages of a list by cursors: forward, and back to where one was. */
export interface Pager {
  /** `after` of the page that is shown. */
  readonly after: ComputedRef<string | null>;
  readonly page: ComputedRef<number>;
  next(endCursor: string | null | undefined): void;
  back(): void;
  /** To the first page: the list is another one. */
  reset(): void;
}

/** A pager at the first page. */
export function usePager(): Pager {
  const cursors = ref<string[]>([]);
  return {
    after: computed(() => cursors.value.at(-1) ?? null),
    page: computed(() => cursors.value.length),
    next(endCursor) {
      if (endCursor) cursors.value.push(endCursor);
    },
    back() {
      cursors.value.pop();
    },
    reset() {
      cursors.value = [];
    },
  };
}
