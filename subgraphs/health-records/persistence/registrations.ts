import { z } from 'zod';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { IndexSlot } from '../../kit/keys/blind-index.ts';

/** A registration of a person, found by the document. */
export interface FoundRegistration {
  readonly region: string;
  readonly residentId: string;
}

const found = z.array(
  z.object({ hash: z.instanceof(Uint8Array), region: z.string(), resident_id: z.string() }),
);
const indexes = z.array(
  z.object({
    odd: z.instanceof(Uint8Array).nullable(),
    even: z.instanceof(Uint8Array).nullable(),
  }),
);

/** A hash as a key of a map. */
export function hexOf(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex');
}

/**
 * Registrations of documents, in whatever region: through the one function of residents that tells.
 * @returns by {@link hexOf} of the hash. @throws when the index key is no longer looked by
 */
export async function registrationsOf(
  tx: Transaction,
  key: number,
  hashes: readonly Uint8Array[],
): Promise<ReadonlyMap<string, readonly FoundRegistration[]>> {
  const em = await tx();
  const distinct = [...new Set(hashes.map(hexOf))];
  const rows: unknown = await em.execute(
    "select * from residents.registrations_of(?, (select array_agg(decode(h, 'hex')) from json_array_elements_text(?::json) h))",
    [key, JSON.stringify(distinct)],
  );
  const byHash = new Map<string, FoundRegistration[]>();
  for (const { hash, region, resident_id: residentId } of found.parse(rows)) {
    const place = hexOf(hash);
    byHash.set(place, [...(byHash.get(place) ?? []), { region, residentId }]);
  }
  return byHash;
}

/** The blind index of a registration; null when it is none or rejected. */
export async function documentIndexOf(
  tx: Transaction,
  { region, residentId }: FoundRegistration,
): Promise<Readonly<Record<IndexSlot, Uint8Array | null>> | null> {
  const em = await tx();
  const rows: unknown = await em.execute('select * from residents.document_index_of(?, ?)', [
    region,
    residentId,
  ]);
  return indexes.parse(rows)[0] ?? null;
}
