/**
 * Something that the operator can set right: what is wrong and what to do, in one sentence. It
 * never holds a setting's value. Exit code 1.
 */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
}

/** What a process prints of an error: a sentence, or for a fault its name and where. */
export function sentenceOf(error: unknown): string {
  if (error instanceof OperatorError) return error.message;
  if (!(error instanceof Error)) return 'failed';
  return error.stack ?? error.message;
}
