import { useClientHandle, type AnyVariables, type CombinedError } from '@urql/vue';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';

/** A page that asks by itself keeps no session awake. */
export const BACKGROUND = {
  fetchOptions: { headers: { 'x-tongma-console': '1', 'x-tongma-background': '1' } },
} as const;

/** A query that renews itself. */
export interface Renewed<D> {
  readonly data: ShallowRef<D | undefined>;
  readonly error: ShallowRef<CombinedError | undefined>;
  readonly fetching: Ref<boolean>;
  /** When the last answer came; null before the first. */
  readonly freshAt: Ref<Date | null>;
  /** Asks now, because a person wants it. */
  again(): Promise<void>;
}

/**
 * Asks when the variables change, and by itself every so often while the page is looked at; also
 * when it is looked at again and when the connection comes back. What came before stays when an
 * answer fails. `variables` null: there is nothing to ask yet.
 */
export function useRenewed<D, V extends AnyVariables>(
  query: TypedDocumentNode<D, V>,
  variables: () => V | null,
  everyMs: (data: D | undefined) => number,
): Renewed<D> {
  const { client } = useClientHandle();
  const data = shallowRef<D>();
  const error = shallowRef<CombinedError>();
  const fetching = ref(true);
  const freshAt = ref<Date | null>(null);
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(context: object): Promise<void> {
    const given = variables();
    if (given === null) return;
    clearTimeout(timer);
    turn += 1;
    const mine = turn;
    fetching.value = true;
    const answer = await client.query(query, given, context).toPromise();
    if (mine !== turn) return; // a later question was asked meanwhile
    fetching.value = false;
    error.value = answer.error;
    if (answer.data && !answer.error) {
      data.value = answer.data;
      freshAt.value = new Date();
    }
    timer = setTimeout(renew, everyMs(data.value));
  }

  function renew(): void {
    if (!document.hidden) void ask(BACKGROUND);
  }

  watch(
    () => JSON.stringify(variables()),
    () => {
      // Another person's answer must never stand under this one's name.
      data.value = undefined;
      freshAt.value = null;
      void ask({});
    },
    { immediate: true },
  );
  document.addEventListener('visibilitychange', renew);
  addEventListener('online', renew);
  onScopeDispose(() => {
    turn += 1;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', renew);
    removeEventListener('online', renew);
  });
  return { data, error, fetching, freshAt, again: () => ask({}) };
}
