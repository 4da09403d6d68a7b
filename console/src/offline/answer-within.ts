import type { OperationResult, OperationResultSource } from '@urql/vue';

/** The answer of the graph; null, and the question is withdrawn, when it takes longer than that. */
export function answerWithin<R extends OperationResult>(
  source: OperationResultSource<R>,
  ms: number,
): Promise<R | null> {
  return new Promise((resolve) => {
    let asked: { unsubscribe(): void } | null = null;
    const end = (answer: R | null) => {
      clearTimeout(timer);
      asked?.unsubscribe();
      resolve(answer);
    };
    const timer = setTimeout(end, ms, null);
    asked = source.subscribe(end);
  });
}
