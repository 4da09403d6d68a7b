import { inScope } from '../../kit/scope/unit-of-work.ts';
import { PUBLISHER } from '../../kit/scope/row-policies.ts';
import type { MikroORM } from '@mikro-orm/postgresql';
import { sameBytes } from '../domain/token/bytes.ts';
import {
  openTrustList,
  type TrustIndex,
  type TrustListFault,
  type TrustRules,
} from '../domain/trust/trust-list.ts';
import { TrustListRow } from './reference.entity.ts';

/** How many stored lists are looked at for the newest one that holds. */
const LOOKED_AT = 8;
const SCOPE = { regions: [], residents: [], subject: PUBLISHER };
/** Before every list's end: what is over still counts as the version it was. */
const EVER = new Date(0);

/** Why a list that holds is not stored. */
export type StoredFault = 'OTHER_CONTENT';

/** What came of a list that was to be stored. */
export type StoredTrustList =
  | { readonly index: TrustIndex; readonly stored: boolean }
  | { readonly fault: TrustListFault | StoredFault };

/** Under what a list is stored: `current` is the highest version ever in use beside the table. */
export type StoreRules = TrustRules;

/** Signed trust lists, kept. */
export interface TrustListStore {
  /** The highest version that holds, over or not; 0 when there is none. */
  newest(rules: StoreRules): Promise<number>;
  /** The signed bytes of a version; null when it is not here. */
  signed(version: number): Promise<Uint8Array | null>;
  /**
   * Verifies a list and stores it, unless it is there already. One older than what is there or was
   * in use is refused, and so is another one of the same version.
   */
  put(signed: Uint8Array, rules: StoreRules): Promise<StoredTrustList>;
}

/** Lists in the database, in a transaction of publishing each. */
export function trustListStore(orm: MikroORM): TrustListStore {
  async function newest(rules: StoreRules): Promise<number> {
    const rows = await inScope(orm, SCOPE, async (tx) => {
      const em = await tx();
      return em.find(TrustListRow, {}, { orderBy: { version: 'desc' }, limit: LOOKED_AT });
    });
    for (const { signed, version } of rows) {
      const opened = await openTrustList(signed, { ...rules, current: 0, now: EVER });
      if (!('fault' in opened)) return version;
    }
    return 0;
  }

  function signed(version: number): Promise<Uint8Array | null> {
    return inScope(orm, SCOPE, async (tx) => {
      const row = await (await tx()).findOne(TrustListRow, { version });
      return row?.signed ?? null;
    });
  }

  return {
    newest,
    signed,
    async put(bytes, rules) {
      const current = Math.max(rules.current, await newest(rules));
      const index = await openTrustList(bytes, { ...rules, current });
      if ('fault' in index) return { fault: index.fault };
      const { version, issuedAt } = index.list;
      const before = await signed(version);
      if (!before) {
        await inScope(orm, SCOPE, async (tx) => {
          const row = { version, signed: Buffer.from(bytes), publishedAt: issuedAt };
          // Another process may store it meanwhile: whose list stands is asked for afterwards.
          await (await tx()).upsert(TrustListRow, row, { onConflictAction: 'ignore' });
        });
      }
      const kept = before ?? (await signed(version));
      if (!kept || !sameBytes(kept, bytes)) return { fault: 'OTHER_CONTENT' };
      return { index, stored: before === null };
    },
  };
}
