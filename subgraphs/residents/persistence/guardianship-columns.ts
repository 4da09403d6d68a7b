import type { Guardianship } from '../domain/guardianship.ts';

/** What a row says of who acts for its person. */
export interface GuardianshipColumns {
  readonly guardianId?: string | null | undefined;
  readonly guardianName?: string | null | undefined;
  readonly guardedUntil?: Date | null | undefined;
  readonly renewalAskedAt?: Date | null | undefined;
  readonly renewalRefusal?: string | null | undefined;
}

/** Who acts for somebody, as the domain knows it. */
export function toGuardianship(row: GuardianshipColumns): Guardianship | null {
  const { guardianId, guardianName } = row;
  if (guardianId == null) return null;
  return {
    ...{ guardianId, guardianName: guardianName ?? '', until: row.guardedUntil ?? null },
    ...{ renewalAskedAt: row.renewalAskedAt ?? null, renewalRefusal: row.renewalRefusal ?? null },
  };
}
