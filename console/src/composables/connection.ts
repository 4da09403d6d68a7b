import { onScopeDispose, ref, type Ref } from 'vue';
import { useNow } from './now.ts';

const EVERY_MS = 15_000;

/** Whether the gateway answers, asked every 15 seconds, and the clock beside it. */
export function useConnection(): {
  readonly connected: Ref<boolean>;
  readonly now: Readonly<Ref<Date>>;
} {
  const connected = ref(true);
  async function ask(): Promise<void> {
    try {
      connected.value = (await fetch('/health', { cache: 'no-store' })).ok;
    } catch {
      connected.value = false;
    }
  }
  const timer = setInterval(() => void ask(), EVERY_MS);
  const lost = () => (connected.value = false);
  const back = () => void ask();
  addEventListener('offline', lost);
  addEventListener('online', back);
  onScopeDispose(() => {
    clearInterval(timer);
    removeEventListener('offline', lost);
    removeEventListener('online', back);
  });
  return { connected, now: useNow(1_000) };
}
