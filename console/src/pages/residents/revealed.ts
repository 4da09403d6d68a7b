import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef } from 'vue';

/** Hidden fields in clear, those that were asked for. */
export interface Shown {
  readonly name: string | null;
  readonly documentNumber: string | null;
  readonly phone: string | null;
  /** Whether the phone was asked for: one that was not given is null as well. */
  readonly phoneAsked: boolean;
}

/** What is shown in clear now, for a while. */
export interface Revealed {
  /** Null when nothing is shown. */
  readonly shown: ComputedRef<Shown | null>;
  /** Seconds until it is hidden again. */
  readonly left: ComputedRef<number>;
  show(fields: Shown): void;
  hide(): void;
}

const SHOWN_S = 60;

/**
 * Keeps what was revealed for a minute: it is gone when the page is left, printed, or not looked at,
 * and when it comes to be about somebody else. Source: SECURITY.md, invariant 12.
 */
export function useRevealed(residentId: () => string): Revealed {
  const fields = shallowRef<Shown | null>(null);
  const until = ref(0);
  const now = ref(0);
  function hide(): void {
    fields.value = null;
  }
  function hideUnseen(): void {
    if (document.hidden) hide();
  }
  const timer = setInterval(() => {
    now.value = performance.now();
    if (now.value >= until.value) hide();
  }, 500);
  document.addEventListener('visibilitychange', hideUnseen);
  addEventListener('beforeprint', hide);
  watch(residentId, hide);
  onScopeDispose(() => {
    hide();
    clearInterval(timer);
    document.removeEventListener('visibilitychange', hideUnseen);
    removeEventListener('beforeprint', hide);
  });
  return {
    shown: computed(() => fields.value),
    left: computed(() => Math.max(0, Math.ceil((until.value - now.value) / 1_000))),
    show(given) {
      now.value = performance.now();
      until.value = now.value + SHOWN_S * 1_000;
      fields.value = given;
    },
    hide,
  };
}
