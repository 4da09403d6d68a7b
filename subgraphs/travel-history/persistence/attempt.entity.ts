import { attemptsKept, defineAttemptRow } from '../../kit/attempt/attempt-row.ts';
import { ROLE, SCHEMA } from './names.ts';

/** Mutations that were sent with an Idempotency-Key. */
export const AttemptRow = defineAttemptRow(SCHEMA, ROLE);

/** Attempts are kept so long. */
export const ATTEMPTS_KEPT = attemptsKept(SCHEMA);
