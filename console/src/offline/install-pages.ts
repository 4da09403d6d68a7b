/** Script that this page began with, as the worker of the same build knows it. */
function entryOfPage(): string {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  return script ? new URL(script.src).pathname : '';
}

/** A worker of this page's build need not wait until pages of older ones are closed. */
function takeOver({ waiting }: ServiceWorkerRegistration): void {
  waiting?.postMessage(entryOfPage());
}

/**
 * Installs the worker that answers for this page with no network, or a newer one of it. Where a
 * browser has none the page works as long as it stays open.
 */
export async function installOfflinePages(): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register('/offline-pages.js');
    takeOver(registration);
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => takeOver(registration));
    });
  } catch {
    // Private windows refuse it, and so does a gateway that is out of reach.
  }
}
