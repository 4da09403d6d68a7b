import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useMutation, type AnyVariables } from '@urql/vue';
import { asAttempt } from '../graph.ts';

/** A random name for something that is to be done once. */
export function newKey(): string {
  return crypto.randomUUID();
}

/**
 * Names attempts: one name for the same content until it is said to be done, another for any other
 * content, which the graph would refuse under the first name.
 */
export function attempts() {
  let content = '';
  let key = '';
  return {
    keyFor(given: unknown): string {
      const text = JSON.stringify(given);
      if (text !== content) [content, key] = [text, newKey()];
      return key;
    },
    done(): void {
      content = '';
    },
  };
}

/**
 * A mutation that is done once, however often the same is sent before an answer comes back. Not for
 * what cannot be given again, such as a secret: sent twice, that is refused.
 */
export function useOnce<D, V extends AnyVariables>(document: TypedDocumentNode<D, V>) {
  const { keyFor, done } = attempts();
  const mutation = useMutation(document);
  return {
    ...mutation,
    async executeMutation(variables: V) {
      const answer = await mutation.executeMutation(variables, asAttempt(keyFor(variables)));
      if (!answer.error) done();
      return answer;
    },
  };
}
