import { rowsOfQuery } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { Evidence } from '../domain/color/evidence.ts';
import { toEvidence } from './event-reader.ts';

interface EvidenceColumns {
  readonly resident_id: string;
  readonly id: string;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly occurred_at: string;
  readonly taken_in_at: string;
}

/** All evidence about residents of a region, by resident, in no order. */
export async function evidenceOfResidents(
  tx: Transaction,
  region: string,
  residentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Evidence[]>> {
  const rows = await rowsOfQuery<EvidenceColumns>(
    await tx(),
    `select resident_id, id, kind, body, occurred_at, taken_in_at from codes.evidence
     where region = $1 and resident_id = any($2::text[])`,
    [region, residentIds],
  );
  const found = new Map<string, Evidence[]>();
  for (const { resident_id: residentId, occurred_at, taken_in_at, ...rest } of rows) {
    const times = { occurredAt: new Date(occurred_at), takenInAt: new Date(taken_in_at) };
    const evidence = toEvidence({ ...rest, ...times });
    if (!evidence) continue;
    const others = found.get(residentId);
    if (others) others.push(evidence);
    else found.set(residentId, [evidence]);
  }
  return found;
}

/** Those of some events of a region that have been taken in. */
export async function takenInOf(
  tx: Transaction,
  region: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const sql = 'select id from codes.evidence where region = $1 and id = any($2::text[])';
  const rows = await rowsOfQuery<{ id: string }>(await tx(), sql, [region, ids]);
  return new Set(rows.map(({ id }) => id));
}
