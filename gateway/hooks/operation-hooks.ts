import type {
  ApolloServerPlugin,
  GraphQLRequestContextDidResolveOperation,
  GraphQLRequestContextWillSendResponse,
} from '@apollo/server';
import type { GatewayContext } from '../context.ts';
import type { AnswerOperation } from '../execution/answer-by.ts';

/** An operation that is known and valid, before anything is planned. */
export type KnownOperation = GraphQLRequestContextDidResolveOperation<GatewayContext>;

/** What came of an operation, known or not, before it is sent. */
export type AnsweredOperation = GraphQLRequestContextWillSendResponse<GatewayContext>;

/** What is done with one operation. */
export interface OperationHooks {
  /** @throws {GraphQLError} to refuse it */
  readonly known?: (operation: KnownOperation) => void;
  /** Of every answer, refusals too; it may still be changed. */
  readonly answered?: (operation: AnsweredOperation) => void | Promise<void>;
}

/** Begins with an operation. */
export type OperationHook = () => OperationHooks;

const DONE = Promise.resolve();

/**
 * Has the engine call hooks, in their order, and answer by `answer` what none refuses. One plugin for all
 * of them: the engine awaits every plugin at every step, and nearly all that hooks do is done at once.
 */
export function operationsPlugin(
  hooks: readonly OperationHook[],
  answer: AnswerOperation,
): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart() {
      const begun = hooks.map((begin) => begin());
      return Promise.resolve({
        didResolveOperation(operation) {
          for (const hook of begun) hook.known?.(operation);
          return DONE;
        },
        responseForOperation: answer,
        async willSendResponse(operation) {
          for (const hook of begun) {
            const doing = hook.answered?.(operation);
            if (doing) await doing;
          }
        },
      });
    },
  };
}
