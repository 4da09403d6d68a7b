import { InMemoryLRUCache, type KeyValueCache } from '@apollo/utils.keyvaluecache';
import type { DocumentNode } from 'graphql';
import type { OperationHook, OperationHooks } from '../hooks/operation-hooks.ts';

/**
 * What is kept of documents, each with its plan and the shape of its answer. Reckoned by the length of
 * documents as JSON: in memory all of it takes a multiple.
 */
const KEPT_MIB = 8;

/** Documents that need not be read, validated and planned again. */
export interface DocumentStore {
  /** What the engine asks, and gives what it has validated to. */
  readonly cache: KeyValueCache<DocumentNode>;
  /** Keeps a document once nothing is left that refuses it; to stand behind all that may. */
  readonly keep: OperationHook;
}

/**
 * A store of documents that were let through. The engine would keep each that is valid: of an attack
 * that makes a new one for each request all were kept, lived until the next hundreds came, and had the
 * collector of garbage go through everything again and again.
 */
export function documentStore(): DocumentStore {
  const kept = new InMemoryLRUCache<DocumentNode>({ maxSize: KEPT_MIB * 2 ** 20 });
  const keys = new WeakMap<DocumentNode, string>();
  const hooks: OperationHooks = {
    known({ document }) {
      const key = keys.get(document);
      if (key === undefined) return;
      keys.delete(document);
      void kept.set(key, document);
    },
  };
  return {
    cache: {
      get: (key) => kept.get(key),
      set(key, document) {
        keys.set(document, key);
        return Promise.resolve();
      },
      delete: (key) => kept.delete(key),
    },
    keep: () => hooks,
  };
}
