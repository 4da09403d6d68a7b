import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/** Does the work of a request: whatever is refused or fails meanwhile is said and logged under its id. */
export function underRequestId<T>(requestId: string, work: () => T): T {
  return current.run(requestId, work);
}

/** Id of the request whose work this is; empty for the gateway's own, which nobody asked for. */
export function currentRequestId(): string {
  return current.getStore() ?? '';
}
