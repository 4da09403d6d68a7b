import { LockMode } from '@mikro-orm/core';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { ConversionStore } from '../domain/conversion.ts';
import { ConversionImportRow, ConversionOfferRow } from './conversion.entity.ts';

/** Offers and what arrived, in PostgreSQL, within one request's transaction. */
export function conversionStore(
  tx: Transaction,
  inNameOf: <T>(region: string, id: string, work: () => Promise<T>) => Promise<T>,
): ConversionStore {
  return {
    async offer({ sealed, ...offer }) {
      const em = await tx();
      const { region, residentId } = offer;
      await em.nativeDelete(ConversionOfferRow, { region, residentId });
      await em.insert(ConversionOfferRow, { ...offer, sealed: Buffer.from(sealed) });
    },
    async arrived(region, id) {
      const em = await tx();
      // Whoever brings a text has nothing in the region yet: what arrived is about nobody known here.
      const row = await inNameOf(region, id, () =>
        em.findOne(
          ConversionImportRow,
          { region, id },
          { disableIdentityMap: true, lockMode: LockMode.PESSIMISTIC_WRITE },
        ),
      );
      if (!row) return null;
      const { issuer, sealed, expiresAt, residentId, importedBy: by } = row;
      return { issuer, sealed, expiresAt, imported: residentId && by ? { residentId, by } : null };
    },
    async markImported(region, id, { residentId, by }) {
      const em = await tx();
      await inNameOf(region, id, () =>
        em.nativeUpdate(ConversionImportRow, { region, id }, { residentId, importedBy: by }),
      );
    },
  };
}
