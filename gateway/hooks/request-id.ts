import type { OperationHook, OperationHooks } from './operation-hooks.ts';

/** Gives every error the id under which the request is found in the logs. */
export function requestId(): OperationHook {
  const hooks: OperationHooks = {
    answered({ response: { body }, contextValue }) {
      if (body.kind !== 'single' || !body.singleResult.errors) return;
      body.singleResult.errors = body.singleResult.errors.map((error) => ({
        ...error,
        extensions: { ...error.extensions, requestId: contextValue.requestId },
      }));
    },
  };
  return () => hooks;
}
