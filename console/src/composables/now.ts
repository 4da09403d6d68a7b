import { onScopeDispose, ref, type Ref } from 'vue';

/** The present instant, renewed every so many milliseconds while the component lives. */
export function useNow(everyMs: number): Readonly<Ref<Date>> {
  const now = ref(new Date());
  const timer = setInterval(() => {
    now.value = new Date();
  }, everyMs);
  onScopeDispose(() => {
    clearInterval(timer);
  });
  return now;
}
