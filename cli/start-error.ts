import { OperatorError } from '../subgraphs/kit/operator-error.ts';

/** What the command line could not do. `message` is one sentence for the operator; exit code 1. */
export class StartError extends OperatorError {
  override readonly name: string = 'StartError';
}
