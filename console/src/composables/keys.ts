import { onMounted, onUnmounted } from 'vue';

/** What single keys do on a page, by `KeyboardEvent.key` in lower case. */
export type Keys = Readonly<Record<string, () => void>>;

const KEY = 'tongma.single-keys';

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('[role="dialog"], [role="listbox"], [role="combobox"]') !== null
  );
}

/** Whether single keys act; they can be switched off. Source: WCAG 2.1.4. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(KEY) !== 'off';
}

/** Switches single keys. */
export function switchSingleKeys(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off');
}

/** Binds single keys while a component is shown; they rest while somebody types. */
export function useKeys(keys: Keys): void {
  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (typing(event.target) || !singleKeysOn()) return;
    const act = keys[event.key.toLowerCase()];
    if (!act) return;
    // Space and Enter belong to the control that has the focus.
    if (/^( |enter)$/i.test(event.key) && event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    act();
  }
  onMounted(() => {
    document.addEventListener('keydown', onKey);
  });
  onUnmounted(() => {
    document.removeEventListener('keydown', onKey);
  });
}
