/** Something the operator can set right. `message` is one sentence for them; exit code 1. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** What the command line prints of an error: a sentence, or for a fault its name and where. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const sentences = ['StartError', 'ConfigError', 'SchemaTooNewError'];
  if (sentences.includes(error.name)) return error.message;
  return error.stack ?? error.message;
}
