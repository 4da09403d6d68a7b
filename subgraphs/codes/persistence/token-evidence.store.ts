import { rowsOfQuery } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import { factsOf } from '../domain/color/events-to-facts.ts';
import type { Facts } from '../domain/color/facts.ts';
import type { BookedToken } from '../domain/evidence/evidence-book.ts';
import { evidenceOfResidents } from './evidence.store.ts';
import { askedValues, isAsked, type ChangesAsked } from './reading-changes.ts';

/** Somebody with tokens, and what is known of them. */
export interface TokenHolder {
  readonly residentId: string;
  /** All their tokens that are not over, withdrawn ones too, by ids of 8 bytes. */
  readonly tokens: readonly (BookedToken & { readonly isWithdrawn: boolean })[];
  readonly facts: Facts;
}

/** What is known of those whose tokens live. */
export interface TokenEvidence {
  /** All of them, some at a time. */
  all(now: Date): AsyncIterable<readonly TokenHolder[]>;
  /** Those about whom something may have been taken in, or whose tokens may have changed, likewise. */
  changed(asked: ChangesAsked, now: Date): AsyncIterable<readonly TokenHolder[]>;
}

interface FoundToken {
  readonly resident_id: string;
  readonly cti: Buffer;
  readonly expires_at: string;
  readonly is_withdrawn: boolean;
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
    const tokens = await rowsOfQuery<FoundToken>(
      await tx(),
      `select c.resident_id, t.cti, t.expires_at, t.withdrawn_at is not null as is_withdrawn
       from codes.health_code c
       join codes.code_token t on t.region = c.region and t.code_id = c.id
       where c.region = $1 and c.resident_id = any($2::text[]) and t.expires_at > $3`,
      [region, [...residentIds], now],
    );
    const byResident = Map.groupBy(tokens, ({ resident_id: residentId }) => residentId);
    const evidence = await evidenceOfResidents(tx, region, [...byResident.keys()]);
    return residentIds.map((residentId) => ({
      residentId,
      tokens: (byResident.get(residentId) ?? []).map((token) => ({
        ...{ cti: token.cti, expiresAt: new Date(token.expires_at) },
        isWithdrawn: token.is_withdrawn,
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
    async *changed(asked, now) {
      const rows = await rowsOfQuery<{ resident_id: string }>(await tx(), CHANGED, [
        ...[region, ...askedValues(asked)],
      ]);
      const found = rows.map((row) => row.resident_id);
      for (let at = 0; at < found.length; at += CHUNK) {
        yield await holders(found.slice(at, at + CHUNK), now);
      }
    },
  };
}
