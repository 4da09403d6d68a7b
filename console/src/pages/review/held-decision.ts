import { onScopeDispose, shallowRef, type Ref, type ShallowRef } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import { beforeSignOut } from '../../composables/before-sign-out.ts';

/** How long a decision can be taken back before it is sent. Source: console brief, §6. */
export const UNDO_MS = 10_000;

/** At most one decision that is not sent yet. */
export interface HeldDecision<T> {
  readonly held: Readonly<Ref<T | null>>;
  /** Holds a decision; the one before is sent at once. */
  hold(decision: T): void;
  /** Takes the held decision back; null when there is none. */
  undo(): T | null;
}

/**
 * Holds each decision for ten seconds, in which it can be taken back; the server knows no way back.
 * It is sent earlier when the next one is made and when the page is left, also by closing it or by
 * signing out. `send` gives whether it was taken: one that was not keeps who made it on the page.
 */
export function useHeldDecision<T>(send: (decision: T) => Promise<boolean>): HeldDecision<T> {
  const held: ShallowRef<T | null> = shallowRef(null);
  const underWay = new Set<Promise<boolean>>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function undo(): T | null {
    clearTimeout(timer);
    const decision = held.value;
    held.value = null;
    return decision;
  }
  async function flush(): Promise<boolean> {
    const decision = undo();
    if (decision !== null) {
      const sent: Promise<boolean> = send(decision).finally(() => underWay.delete(sent));
      underWay.add(sent);
    }
    return (await Promise.all(underWay)).every(Boolean);
  }
  const flushAtOnce = () => void flush();

  addEventListener('pagehide', flushAtOnce);
  onBeforeRouteLeave(flush);
  beforeSignOut(flush);
  onScopeDispose(() => {
    removeEventListener('pagehide', flushAtOnce);
    flushAtOnce();
  });

  return {
    held,
    undo,
    hold(decision) {
      flushAtOnce();
      held.value = decision;
      timer = setTimeout(flushAtOnce, UNDO_MS);
    },
  };
}
