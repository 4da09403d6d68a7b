import { onMounted, onUnmounted } from 'vue';
import { keyed, NO_BURST } from './hand-scanner.ts';

/** Takes what a hand scanner types while no field has the focus: single keys must not act on it. */
export function useHandScanner(onText: (text: string) => void): void {
  let burst = NO_BURST;

  function onKey(event: KeyboardEvent): void {
    const { target } = event;
    const inField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (inField || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { burst: after, taken, text } = keyed(burst, event.key, event.timeStamp);
    burst = after;
    if (taken) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (text !== null) onText(text);
  }

  // Before the page's own keys, which listen on the document.
  onMounted(() => {
    window.addEventListener('keydown', onKey, { capture: true });
  });
  onUnmounted(() => {
    window.removeEventListener('keydown', onKey, { capture: true });
  });
}
