import { rowsOfQuery, run } from '../../kit/query.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { ListStore } from '../domain/lists/offline-lists.ts';
import { sha256 } from './node-crypto.ts';
import { AgreementRow } from './agreement.entity.ts';
import { TrustListRow } from './reference.entity.ts';
import { evidenceName, SignedListRow, type SignedListKind } from './signed-list.entity.ts';

/** A list as it is kept. */
export interface SignedList {
  readonly name: string;
  readonly kind: SignedListKind;
  readonly signed: Uint8Array;
  readonly issuedAt: Date;
}

/** A list as somebody asks for it. */
export interface KeptList extends SignedList {
  readonly region: string;
  /** SHA-256 of `signed`. */
  readonly digest: Uint8Array;
}

/** The lists that a region signed, the newest of each name. */
export interface SignedLists {
  /** False when another process is at it. Held until the transaction ends. */
  lock(region: string): Promise<boolean>;
  /** When the list of a name was issued; null when there is none. */
  issuedAt(region: string, name: string): Promise<Date | null>;
  /** When the newest statement of each of some regions was issued. */
  statedAt(regions: readonly string[]): Promise<ReadonlyMap<string, Date>>;
  /** Keeps lists, and drops status lists of the region whose names are not among `names`. */
  keep(region: string, lists: readonly SignedList[], names: readonly string[]): Promise<void>;
  /**
   * Keeps the evidence that a region shares, and drops what is not among `names`: all of it, or
   * what is for one receiver.
   */
  keepEvidence(
    region: string,
    lists: readonly SignedList[],
    names: readonly string[],
    receiver?: string,
  ): Promise<void>;
  /** All lists of some regions that are in scope: evidence only where its issuer or receiver is. */
  of(regions: readonly string[]): Promise<readonly KeptList[]>;
}

/** Keeps lists in PostgreSQL. */
export function signedLists(tx: Transaction): SignedLists & ListStore {
  async function put(region: string, lists: readonly SignedList[]): Promise<void> {
    const em = await tx();
    for (const { name, kind, signed, issuedAt } of lists) {
      const values = [region, name, kind, Buffer.from(sha256(signed)), Buffer.from(signed)];
      await run(
        em,
        `insert into codes.signed_list (region, name, kind, digest, signed, issued_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (region, name) do update
         set kind = excluded.kind, digest = excluded.digest, signed = excluded.signed,
             issued_at = excluded.issued_at
         where codes.signed_list.issued_at <= excluded.issued_at`,
        [...values, issuedAt],
      );
    }
  }

  async function drop(
    region: string,
    kind: SignedListKind,
    names: readonly string[],
    name: string | null = null,
  ) {
    await run(
      await tx(),
      `delete from codes.signed_list
       where region = $1 and kind = $2 and not (name = any($3)) and name = coalesce($4, name)`,
      [region, kind, [...names], name],
    );
  }

  return {
    async lock(region) {
      const [held] = await rowsOfQuery<{ mine: boolean }>(
        await tx(),
        'select pg_try_advisory_xact_lock(hashtext($1)) as mine',
        [`signed lists ${region}`],
      );
      return held?.mine === true;
    },
    async issuedAt(region, name) {
      const row = await (await tx()).findOne(SignedListRow, { region, name });
      return row?.issuedAt ?? null;
    },
    async statedAt(regions) {
      const where = { region: [...regions], kind: 'STATEMENT' as const };
      const fields = ['region', 'issuedAt'] as const;
      const rows = await (await tx()).find(SignedListRow, where, { fields: [...fields] });
      return new Map(rows.map(({ region, issuedAt }) => [region, issuedAt]));
    },
    async keep(region, lists, names) {
      await put(region, lists);
      await drop(region, 'STATUS_LIST', names);
    },
    async keepEvidence(region, lists, names, receiver) {
      await put(region, lists);
      await drop(region, 'EVIDENCE', names, receiver === undefined ? null : evidenceName(receiver));
    },
    async trustList(version) {
      return (await (await tx()).findOne(TrustListRow, { version }))?.signed ?? null;
    },
    async agreementsOf(region) {
      return (await tx()).find(AgreementRow, { region });
    },
    async of(regions) {
      const order = { region: 'asc', name: 'asc' } as const;
      return (await tx()).find(SignedListRow, { region: [...regions] }, { orderBy: order });
    },
  };
}
