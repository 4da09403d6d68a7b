import type { FilterQuery, InferEntity } from '@mikro-orm/core';
import type { ResidentRow } from './resident.entity.ts';

/** Registrations that an account acts for at an instant: its own, and those of its wards. */
export function ofAccount(subject: string, at: Date): FilterQuery<InferEntity<typeof ResidentRow>> {
  return {
    $or: [
      { account: subject },
      {
        guardianAccount: subject,
        $or: [{ guardedUntil: null }, { guardedUntil: { $gt: at } }],
      },
    ],
  };
}
