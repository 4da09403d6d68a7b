import { createHash, createHmac } from 'node:crypto';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { insertNew } from '../insert-new.ts';
import type { Transaction } from '../scope/unit-of-work.ts';
import { NATION } from '../standards/gbt2260.ts';
import type { AttemptEntity } from './attempt-row.ts';

/** What came of an earlier attempt. */
export interface AttemptResult {
  readonly type: string;
  readonly id: string;
}

/** What one mutation asks, under which key. */
export interface Attempt {
  readonly key: string;
  readonly field: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Attempts of whoever asks, in the transaction of the mutation. */
export interface Attempts {
  /** What was asked had been done before: nothing was done again. */
  readonly isReplay: boolean;
  /**
   * Begins an attempt; gives what came of it when it was made before. A second attempt of the same
   * key waits for the first one's transaction.
   * @throws {DomainError} IDEMPOTENCY_KEY_REUSED when the key stood for something else
   */
  begin(attempt: Attempt): Promise<AttemptResult | null>;
  finish(attempt: Attempt, result: AttemptResult): Promise<void>;
}

/** How long an attempt is kept. Source: DESIGN.md §4. */
export const KEPT_MS = 24 * 3_600_000;

/** JSON with sorted keys: the same question is the same text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, given: unknown) =>
    given !== null && typeof given === 'object' && !Array.isArray(given) && !(given instanceof Date)
      ? Object.fromEntries(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1)))
      : given,
  );
}

/** Attempts in PostgreSQL. */
export function attempts(
  tx: Transaction,
  entity: AttemptEntity,
  identity: Identity,
  now: () => Date,
): Attempts {
  const { subject, kind, grants } = identity;
  // A resident's regions change with the first registration, which may be what is tried again.
  const region = kind === 'RESIDENT' ? NATION : (grants[0] ?? NATION);
  const keyOf = ({ key }: Attempt) => createHash('sha256').update(key).digest();
  const askedOf = ({ key, field, args }: Attempt) =>
    createHmac('sha256', key)
      .update(`${field}\0${canonical(args)}`)
      .digest();

  let isReplay = false;
  return {
    get isReplay() {
      return isReplay;
    },
    async begin(attempt) {
      const em = await tx();
      const at = now();
      await em.nativeDelete(entity, {
        ...{ subject, createdAt: { $lt: new Date(at.getTime() - KEPT_MS) } },
      });
      const id = { region, subject, key: keyOf(attempt) };
      const asked = askedOf(attempt);
      if (await insertNew(em, entity, { ...id, asked, createdAt: at })) return null;
      const row = await em.findOneOrFail(entity, id, { refresh: true });
      if (!Buffer.from(row.asked).equals(asked)) {
        throw new DomainError(
          'IDEMPOTENCY_KEY_REUSED',
          'This Idempotency-Key was sent with something else.',
        );
      }
      const { resultType, resultId } = row;
      if (resultType == null || resultId == null) throw new Error('An attempt has no result.');
      isReplay = true;
      return { type: resultType, id: resultId };
    },
    async finish(attempt, { type, id }) {
      const em = await tx();
      const where = { region, subject, key: keyOf(attempt) };
      await em.nativeUpdate(entity, where, { resultType: type, resultId: id });
    },
  };
}
