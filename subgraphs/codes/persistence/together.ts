import { availableParallelism } from 'node:os';
import DataLoader from 'dataloader';
import type { Together } from '../domain/recognition/recognizer.ts';
import { oneAfterAnother } from './one-after-another.ts';

/** Most questions that are answered together. */
const BATCH_MAX = 1_000;
/** Most batches under way: while one waits for the database, another has its signatures checked. */
const AT_ONCE_MAX = 2;
/** How long a batch holds up those behind it, in milliseconds: ten times what a large one takes. */
const SLOW_MS = 100;

/**
 * Answers single questions together that come while others are being answered: as many batches at a
 * time as there are processors to work on them, at most two.
 */
export const together: Together = (answerAll) => {
  const turns = oneAfterAnother(Math.min(availableParallelism(), AT_ONCE_MAX), SLOW_MS);
  const loader = new DataLoader(
    (questions: Parameters<typeof answerAll>[0]) => turns.run(() => answerAll(questions)),
    { cache: false, maxBatchSize: BATCH_MAX, batchScheduleFn: turns.schedule },
  );
  return (question) => loader.load(question);
};
