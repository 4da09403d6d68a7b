import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { createFieldCipher, type FieldCipher } from '../../kit/keys/field-cipher.ts';
import type { KeyWrapper } from '../../kit/keys/key-wrapper.ts';
import { DOCUMENT_TYPES } from '../../kit/standards/document-types.ts';
import { TEST_METHODS, TEST_OUTCOMES } from '../domain/records.ts';
import type { CheckedRow } from '../domain/submission/submitted-row.ts';

/** Where a batch stands; its key opens nowhere else. */
export interface BatchPlace {
  readonly region: string;
  readonly batchId: string;
}

/** The key of a batch, wrapped. */
export interface WrappedBatchKey {
  readonly kek: string;
  readonly wrapped: Uint8Array;
}

const checkedRow = z.object({
  documentType: z.enum(Object.values(DOCUMENT_TYPES)),
  documentNumber: z.string(),
  sampleCollectedAt: z.iso.datetime().transform((text) => new Date(text)),
  result: z.enum(TEST_OUTCOMES),
  method: z.enum(TEST_METHODS),
  laboratory: z.string(),
  corrects: z.boolean(),
});

/** What the key of a batch is bound to. */
export function keyPlace({ region, batchId }: BatchPlace): string {
  return `${region}\0EVIDENCE\0${batchId}`;
}

/** Seals and opens the rows of one batch. */
export interface RowSeal {
  seal(id: string, row: CheckedRow): Promise<Buffer>;
  open(id: string, sealed: Uint8Array): Promise<CheckedRow>;
}

function rowSeal({ region }: BatchPlace, key: Buffer): RowSeal {
  const numbered = { id: 1, key };
  const cipher: FieldCipher = createFieldCipher({
    data: () => Promise.resolve(numbered),
    dataById: (_region, id) => Promise.resolve(id === numbered.id ? numbered : null),
  });
  const placeOf = (row: string) => ({ region, column: 'evidence', row });
  return {
    seal: (id, row) => cipher.seal(JSON.stringify(row), placeOf(id)),
    open: async (id, sealed) =>
      checkedRow.parse(JSON.parse(await cipher.open(sealed, placeOf(id)))),
  };
}

/** A new key for a batch: with it the rows are gone when the batch is. */
export async function newBatchKey(
  wrapper: KeyWrapper,
  place: BatchPlace,
): Promise<{ readonly seal: RowSeal; readonly key: { kek: string; wrapped: Buffer } }> {
  const key = randomBytes(32);
  const { kek, bytes } = await wrapper.wrap(key, keyPlace(place));
  return { seal: rowSeal(place, key), key: { kek, wrapped: bytes } };
}

/** The seal of a batch that is kept. @throws {KeyUnavailableError} */
export async function openBatch(
  wrapper: KeyWrapper,
  place: BatchPlace,
  { kek, wrapped }: WrappedBatchKey,
): Promise<RowSeal> {
  return rowSeal(
    place,
    await wrapper.unwrap({ kek, bytes: Buffer.from(wrapped) }, keyPlace(place)),
  );
}
