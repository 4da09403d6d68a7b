import { useClientHandle } from '@urql/vue';
import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { listFetcher } from './fetch-lists.ts';
import { createListKeeper, NO_LISTS, type KeeperState, type ListKeeper } from './list-keeper.ts';
import { deviceListStore } from './list-store.ts';
import { shownVerdict } from './offline-verdict.ts';

/** Lists are asked for this often, and this long after nothing answered. */
const EVERY_MS = 60_000;
const AGAIN_MS = 15_000;

/** Where lists are for, and what a fetch tells. */
export interface OfflineUse {
  /** Division where codes are presented; null: there is none. */
  readonly place: Readonly<Ref<string | null>>;
  /** False while nobody has signed in: nothing is asked for. */
  readonly signedIn: Readonly<Ref<boolean>>;
  /** The gateway gave lists. */
  readonly onSeen: () => void;
}

/** The lists of a page: kept on the device, fetched each minute, verified before they count. */
export function useOfflineLists({ place, signedIn, onSeen }: OfflineUse) {
  const ask = listFetcher(useClientHandle().client);
  const store = deviceListStore();
  const state = shallowRef<KeeperState>(NO_LISTS);
  const busy = ref(false);
  const nextAt = shallowRef<Date | null>(null);
  /** Whether the gateway answered when it was last asked. */
  const reachable = ref(navigator.onLine);
  const persisted = ref<boolean | null>(null);
  let keeper: ListKeeper | null = null;
  let opening: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function plan(ms: number): void {
    clearTimeout(timer);
    nextAt.value = new Date(Date.now() + ms);
    timer = setTimeout(() => void refresh(), ms);
  }

  async function refresh(): Promise<void> {
    const mine = keeper;
    if (!mine || !signedIn.value || busy.value) return;
    busy.value = true;
    await mine.refresh();
    busy.value = false;
    if (mine !== keeper) return void refresh();
    state.value = mine.state();
    reachable.value = state.value.fault !== 'UNREACHABLE';
    if (reachable.value) onSeen();
    plan(reachable.value ? EVERY_MS : AGAIN_MS);
  }

  async function open(division: string): Promise<void> {
    const mine = createListKeeper(division, { store, ask });
    keeper = mine;
    await mine.open();
    if (mine !== keeper) return;
    state.value = mine.state();
    void refresh();
  }

  watch(
    place,
    (division) => {
      state.value = NO_LISTS;
      keeper = null;
      // Elsewhere browsers verify no signature.
      if (!isSecureContext) state.value = { ...NO_LISTS, fault: 'INSECURE' };
      else if (division !== null) opening = open(division);
    },
    { immediate: true },
  );
  const back = () => void refresh();
  const lost = () => (reachable.value = false);
  addEventListener('online', back);
  addEventListener('offline', lost);
  onScopeDispose(() => {
    keeper = null;
    clearTimeout(timer);
    removeEventListener('online', back);
    removeEventListener('offline', lost);
  });
  // The browser may else clear what is kept when the device is full.
  if (isSecureContext) {
    void navigator.storage
      .persist()
      .then((kept) => (persisted.value = kept))
      .catch(() => undefined);
  }

  return {
    ...{ state, busy, nextAt, persisted, reachable },
    refresh,
    /** Nothing answered: lists are asked for soon, and codes judged by them until then. */
    unreachable(): void {
      reachable.value = false;
      if (signedIn.value) plan(AGAIN_MS);
    },
    /** The verdict of the lists on a text; null when none are held. */
    async recognize(text: string) {
      await opening;
      const verdict = (await keeper?.recognize(text)) ?? null;
      return verdict && shownVerdict(verdict, state.value.about?.names ?? {});
    },
    /** Forgets all lists of the device and the roots, then begins anew. */
    async forget(): Promise<void> {
      await store.clear();
      if (place.value !== null) await open(place.value);
    },
  };
}

/** The lists of a page, for its parts. */
export type OfflineLists = ReturnType<typeof useOfflineLists>;
