import { openOrm } from '../kit/orm.ts';
import { PUBLISHER } from '../kit/scope/row-policies.ts';
import { inScope } from '../kit/scope/unit-of-work.ts';
import type { Agreement } from './domain/recognition/agreement.ts';
import { signAgreement } from './domain/recognition/signed-agreement.ts';
import type { Region } from './domain/recognition/reference.ts';
import type { Policy } from './domain/color/policy.ts';
import type { Signer } from './domain/token/keys.ts';
import { signTrustList, type TrustList } from './domain/trust/trust-list.ts';
import { AgreementRow } from './persistence/agreement.entity.ts';
import { rootKeys, type TrustRoots } from './persistence/key-file.ts';
import { nodeVerify } from './persistence/node-crypto.ts';
import { PolicyRow, RegionRow, TrustListRow } from './persistence/reference.entity.ts';
import { storage } from './persistence/storage.ts';
import { trustListStore, type StoredTrustList } from './persistence/trust-list.store.ts';

export { basePolicy } from './domain/policy/base-policy.ts';
export { NATIONAL_EDITIONS, nationalPolicy } from './domain/policy/national/editions.ts';
export type { Agreement } from './domain/recognition/agreement.ts';
export type { Region } from './domain/recognition/reference.ts';
export { KEY_USES, type KeyUse, type Signer } from './domain/token/keys.ts';
export type { TrustList } from './domain/trust/trust-list.ts';
export { trustFloor, type TrustFloor } from './persistence/trust-floor.ts';
export type { StoredTrustList } from './persistence/trust-list.store.ts';
export { privateKeyEntry, type PrivateKeyEntry, type TrustRoots } from './persistence/key-file.ts';

/** Writes trust material, policies and agreements; for the command line. Can be repeated. */
export interface CodesPublisher {
  regions(regions: readonly Region[]): Promise<void>;
  policy(policy: Policy): Promise<void>;
  /** Lets both sides sign an agreement and publishes it. */
  agreement(agreement: Agreement, signers: readonly Signer[]): Promise<void>;
  /** Signs a trust list with the next version, above `floor` (default 0), and publishes it. */
  trustList(
    list: Omit<TrustList, 'version'>,
    roots: readonly Signer[],
    floor?: number,
  ): Promise<void>;
  /** Publishes a list that the roots have signed; `floor` is the highest version ever in use. */
  signedTrustList(
    signed: Uint8Array,
    roots: TrustRoots,
    when: { readonly now: Date; readonly floor: number },
  ): Promise<StoredTrustList>;
  close(): Promise<void>;
}

/** Opens publishing into codes, as its application role. */
export async function codesPublisher(databaseUrl: string): Promise<CodesPublisher> {
  const orm = await openOrm(storage, databaseUrl, 2);
  const scope = { regions: [], residents: [], subject: PUBLISHER };
  return {
    regions: (regions) =>
      inScope(orm, scope, async (tx) => {
        const rows = regions.map(({ id, names }) => ({ region: id, name: names }));
        await (await tx()).upsertMany(RegionRow, rows);
      }),
    policy: (policy) =>
      inScope(orm, scope, async (tx) => {
        await (await tx()).upsert(PolicyRow, policy, { onConflictAction: 'ignore' });
      }),
    agreement: async (agreement, signers) => {
      const signed = Buffer.from(await signAgreement(agreement, signers));
      const { receiver: region, issuer, version } = agreement;
      await inScope(orm, scope, async (tx) => {
        const row = { region, issuer, version, signed };
        await (await tx()).upsert(AgreementRow, row, { onConflictAction: 'ignore' });
      });
    },
    trustList: (list, roots, floor = 0) =>
      inScope(orm, scope, async (tx) => {
        const em = await tx();
        const [newest] = await em.find(
          TrustListRow,
          {},
          { orderBy: { version: 'desc' }, limit: 1 },
        );
        const version = Math.max(newest?.version ?? 0, floor) + 1;
        const signed = Buffer.from(await signTrustList({ ...list, version }, roots));
        await em.insert(TrustListRow, { version, signed, publishedAt: list.issuedAt });
      }),
    signedTrustList: (signed, roots, { now, floor }) =>
      trustListStore(orm).put(signed, {
        ...{ ...rootKeys(roots), current: floor, verify: nodeVerify(), now },
      }),
    close: () => orm.close(),
  };
}
