import type { InferEntity } from '@mikro-orm/core';
import { bulkLoadNew } from '../../kit/bulk-load.ts';
import { run } from '../../kit/query.ts';
import { rowSet } from '../../kit/row-set.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { HealthCode } from '../domain/code/health-code.ts';
import type { IntakeStore } from '../domain/code/intake-store.ts';
import type { Evidence } from '../domain/color/events-to-facts.ts';
import { saveDecided } from './decided.store.ts';
import { DecisionChunkRow } from './decision-chunk.entity.ts';
import { toEvidence } from './event-reader.ts';
import { EvidenceRow } from './evidence.entity.ts';
import { evidenceOfResidents } from './evidence.store.ts';
import type { HealthCodeRow } from './health-code.entity.ts';
import { countSaidBefore, keptOf } from './kept-evidence.ts';
import { lockCodes } from './locked-codes.ts';
import { toPolicy } from './reference-data.ts';
import { PolicyRow } from './reference.entity.ts';

const EVIDENCE = [
  ...['region', 'id', 'resident_id', 'kind', 'body', 'occurred_at', 'taken_in_at', 'kept_since'],
];
const REGISTERED = {
  ...{ id: 'text', masked_name: 'text', birth_month_day: 'text', held_by_proxy: 'boolean' },
  as_of: 'timestamptz',
};

/** What the store needs of the process. */
export interface IntakeStoreParts {
  readonly region: string;
  readonly newId: (region: string) => string;
}

/** A code as the domain knows it. */
export function toHealthCode(row: InferEntity<typeof HealthCodeRow>): HealthCode {
  return {
    ...{ region: row.region, id: row.id, residentId: row.residentId, state: row.state },
    color: row.color ?? null,
    maskedName: row.maskedName ?? null,
    birthMonthDay: row.birthMonthDay ?? null,
    heldByProxy: row.heldByProxy,
    policyVersion: row.policyVersion ?? null,
    decidedAt: row.decidedAt ?? null,
    lookAgainAt: row.lookAgainAt ?? null,
  };
}

/** All evidence about a code's holder, in no order. */
export async function evidenceOf(
  tx: Transaction,
  { region, residentId }: HealthCode,
): Promise<readonly Evidence[]> {
  const rows = await (await tx()).find(EvidenceRow, { region, residentId });
  return rows.flatMap((row) => toEvidence(row) ?? []);
}

/** Evidence, decisions and codes of a region in PostgreSQL, within one transaction. */
export function intakeStore(tx: Transaction, { region, newId }: IntakeStoreParts): IntakeStore {
  return {
    async lockedCodes(residentIds, at) {
      return lockCodes(await tx(), { region, residentIds, at, newId });
    },
    async keep(events, at) {
      if (events.length === 0) return new Set();
      const rows = events.map((event) => {
        const { id, residentId, kind, occurredAt } = event;
        const { body, since } = keptOf(event, at);
        return [...[region, id, residentId, kind, body, occurredAt, at, since]];
      });
      const em = await tx();
      const fresh = await bulkLoadNew(em, 'codes.evidence', EVIDENCE, rows);
      await countSaidBefore(em, region, events, at);
      return fresh;
    },
    evidenceOf: (residentIds) => evidenceOfResidents(tx, region, residentIds),
    async setRegistrations(codes) {
      const rows = codes.map((one) => [
        ...[one.id, one.maskedName, one.birthMonthDay, one.heldByProxy, one.asOf],
      ]);
      const { sql, params } = rowSet(REGISTERED, rows, { name: 'v', first: 3 });
      await run(
        await tx(),
        `update codes.health_code c
         set masked_name = v.masked_name, birth_month_day = v.birth_month_day,
             held_by_proxy = v.held_by_proxy
         from ${sql} where c.region = $1 and c.id = any($2::text[]) and c.id = v.id
           and not exists (select from codes.evidence e
             where e.region = c.region and e.resident_id = c.resident_id
               and e.kind = 'RESIDENT_REGISTERED' and e.occurred_at > v.as_of)`,
        [region, codes.map(({ id }) => id), ...params],
      );
    },
    async policyInForce(at) {
      const row = await (
        await tx()
      ).findOne(
        PolicyRow,
        { region, validFrom: { $lte: at }, $or: [{ validTo: null }, { validTo: { $gt: at } }] },
        { orderBy: { version: 'desc' } },
      );
      return row && toPolicy(row);
    },
    save: async (decided) => saveDecided(await tx(), region, decided),
    async addChunk({ id, leaves, decidedAt }) {
      const row = { region, id, leaves: Buffer.concat(leaves), decidedAt };
      await (await tx()).insert(DecisionChunkRow, row);
    },
  };
}
