import { onScopeDispose } from 'vue';

/** Sends on Ctrl or Command with Enter while the component is shown. Source: console brief, §9. */
export function useSendKey(send: () => void): void {
  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
    event.preventDefault();
    send();
  }
  document.addEventListener('keydown', onKey);
  onScopeDispose(() => {
    document.removeEventListener('keydown', onKey);
  });
}
