import { onMounted, onScopeDispose, ref } from 'vue';

/** Pages that stay open for days ask this often whether there is a newer build. */
const EVERY_MS = 5 * 60_000;

/** Script that this page began with, as the worker of the same build knows it. */
function entryOfPage(): string {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  return script ? new URL(script.src).pathname : '';
}

/**
 * Installs the worker that answers for this page with no network, or a newer one of it. A worker of
 * this page's build takes over at once; that of another waits until `takeOver`. Where a browser has
 * none the page works as long as it stays open.
 */
export function useOfflinePages() {
  /** Another build than this page's is ready, or answers already. */
  const other = ref(false);
  let registration: ServiceWorkerRegistration | undefined;
  let taking = false;

  function ask({ waiting }: ServiceWorkerRegistration): void {
    waiting?.postMessage(entryOfPage());
  }
  const look = () => {
    // Out of reach it is asked again.
    registration?.update().catch(() => undefined);
  };
  const told = ({ data }: MessageEvent) => {
    if (data === 'OTHER_BUILD') other.value = true;
  };

  async function install(): Promise<void> {
    const workers = navigator.serviceWorker;
    let answered = workers.controller !== null;
    const changed = () => {
      if (taking) location.reload();
      // Another window let it take over. The first worker of all replaces none.
      else if (answered && registration?.active) registration.active.postMessage(entryOfPage());
      answered = true;
    };
    workers.addEventListener('message', told);
    workers.addEventListener('controllerchange', changed);
    addEventListener('online', look);
    const timer = setInterval(look, EVERY_MS);
    ends.push(() => {
      workers.removeEventListener('message', told);
      workers.removeEventListener('controllerchange', changed);
      removeEventListener('online', look);
      clearInterval(timer);
    });
    try {
      const found = await workers.register('/offline-pages.js');
      registration = found;
      ask(found);
      found.addEventListener('updatefound', () => {
        const { installing } = found;
        installing?.addEventListener('statechange', () => {
          ask(found);
        });
      });
    } catch {
      // Private windows refuse it, and so does a gateway that is out of reach.
    }
  }

  const ends: (() => void)[] = [];
  onMounted(() => {
    if (!import.meta.env.DEV && 'serviceWorker' in navigator) void install();
  });
  onScopeDispose(() => {
    for (const end of ends) end();
  });
  return {
    other,
    /** Lets the other build take over, and shows the page as that has it; with no network too. */
    takeOver(): void {
      taking = true;
      if (registration?.waiting) registration.waiting.postMessage('TAKE_OVER');
      else location.reload();
    },
  };
}
