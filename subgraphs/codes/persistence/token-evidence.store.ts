import { rowsOfQuery } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { factsOf } from '../domain/color/events-to-facts.ts';
import type { Facts } from '../domain/color/facts.ts';
import { evidenceOfResidents } from './evidence.store.ts';
import { askedValues, isAsked, type ChangesAsked } from './reading-changes.ts';

/** Somebody with tokens that live, and what is known of them. */
export interface TokenHolder {
  readonly residentId: string;
  /** All their live tokens, by ids of 8 bytes; empty where none lives any longer. */
  readonly tokens: readonly { readonly cti: Uint8Array; readonly expiresAt: Date }[];
  readonly facts: Facts;
}

/** What is known of those whose tokens live. */
export interface TokenEvidence {
  /** All of them, some at a time. */
  all(now: Date): AsyncIterable<readonly TokenHolder[]>;
  /** Those about whom something may have been taken in, or whose tokens may have changed. */
  changed(asked: ChangesAsked, now: Date): Promise<readonly TokenHolder[]>;
}

/** How many people are read at a time. */
const CHUNK = 1_000;

const CHANGED = `
  select e.resident_id from codes.evidence e
  where e.region = $1 and ${isAsked('e', 'taken_in_at', 2)}
  union select t.resident_id from codes.code_token t
  where t.region = $1 and ${isAsked('t', 'issued_at', 2)}
  union select t.resident_id from codes.code_token t
  where t.region = $1 and ${isAsked('t', 'withdrawn_at', 2)}`;

/** Reads in PostgreSQL, within a transaction that sees the region and everybody in it. */
export function tokenEvidence(tx: Transaction, region: string): TokenEvidence {
  async function holders(residentIds: readonly string[], now: Date): Promise<TokenHolder[]> {
    const tokens = await rowsOfQuery<{ resident_id: string; cti: Buffer; expires_at: string }>(
      await tx(),
      `select c.resident_id, t.cti, t.expires_at from codes.health_code c
       join codes.code_token t on t.region = c.region and t.code_id = c.id
       where c.region = $1 and c.resident_id = any($2::text[])
         and t.expires_at > $3 and t.withdrawn_at is null`,
      [region, [...residentIds], now],
    );
    const byResident = Map.groupBy(tokens, ({ resident_id: residentId }) => residentId);
    const evidence = await evidenceOfResidents(tx, region, [...byResident.keys()]);
    return residentIds.map((residentId) => ({
      residentId,
      tokens: (byResident.get(residentId) ?? []).map(({ cti, expires_at: end }) => ({
        ...{ cti, expiresAt: new Date(end) },
      })),
      facts: factsOf(evidence.get(residentId) ?? []),
    }));
  }

  return {
    async *all(now) {
      for (let after = ''; ;) {
        const codes = await rowsOfQuery<{ id: string; resident_id: string }>(
          await tx(),
          `select id, resident_id from codes.health_code
           where region = $1 and id > $2 order by id limit ${CHUNK}`,
          [region, after],
        );
        const last = codes.at(-1);
        if (!last) return;
        yield await holders(
          codes.map((code) => code.resident_id),
          now,
        );
        after = last.id;
      }
    },
    async changed(asked, now) {
      const rows = await rowsOfQuery<{ resident_id: string }>(await tx(), CHANGED, [
        ...[region, ...askedValues(asked)],
      ]);
      const found = rows.map((row) => row.resident_id);
      const parts: TokenHolder[] = [];
      for (let at = 0; at < found.length; at += CHUNK) {
        parts.push(...(await holders(found.slice(at, at + CHUNK), now)));
      }
      return parts;
    },
  };
}
