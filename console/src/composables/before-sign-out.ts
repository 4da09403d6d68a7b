import { onScopeDispose } from 'vue';

/** Sends what is not sent yet; false when it did not arrive. */
export type SendWaiting = () => Promise<boolean>;

const waiting = new Set<SendWaiting>();

/** While a component is shown: has something sent before who works here signs out. */
export function beforeSignOut(send: SendWaiting): void {
  waiting.add(send);
  onScopeDispose(() => waiting.delete(send));
}

/** Sends all that waits; only when all of it has arrived (true) may the session end. */
export async function sendBeforeSignOut(): Promise<boolean> {
  const arrived = await Promise.all([...waiting].map((send) => send()));
  return arrived.every(Boolean);
}
