import { NOTHING_BEFORE } from '../chain.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { itemPath, type ChunkItem } from '../chunk-item.ts';
import { makeReceipt } from '../receipt.ts';
import type { Ask, ChainReader } from './chain.reader.ts';
import { ALL_REGIONS } from './names.ts';

interface EntryColumns {
  readonly sequence: number;
  readonly at: number;
  readonly kind: string;
  readonly salt: Buffer;
  readonly body: string;
}

/** Of which entry a receipt is wanted. */
interface Wanted {
  readonly region: string;
  readonly kind: string;
  readonly objectId: string;
  /** The one of many that it is for, where the entry stands for many. */
  readonly item: ChunkItem | null;
}

/**
 * The inclusion receipt of an entry that is about something; null until a checkpoint has sealed it,
 * and when it cannot be seen. Hashes of other entries come from a function that gives nothing else.
 */
export async function receiptOf(
  ask: Ask,
  reader: ChainReader,
  { region, kind, objectId, item }: Wanted,
): Promise<string | null> {
  const path = item && itemPath(item);
  if (item && !path) return null;
  const [entry] = await ask<EntryColumns>(
    `select sequence::float8 as sequence, (extract(epoch from e.at) * 1000)::float8 as at, e.kind, b.salt, b.body
     from audit.body b join audit.entry e using (region, sequence)
     where region = ? and b.object_id = ? and e.kind = ? order by 1 limit 1`,
    [region, objectId, kind],
  );
  const head = entry && (await reader.sealedOver(region, entry.sequence));
  if (!entry || !head) return null;
  const hashes = await ask<{ sequence: number; hash: Buffer }>(
    'select sequence::float8 as sequence, hash from audit.hashes(?, ?, ?)',
    [region, head.fromSequence - 1, head.sequence],
  );
  const before = hashes.find(({ sequence }) => sequence === entry.sequence - 1);
  const interval = hashes.filter(({ sequence }) => sequence >= head.fromSequence);
  const { heads } = await reader.checkpointStart(head.number + 1);
  let checkpoint: Checkpoint | undefined;
  for await (const [record] of reader.checkpoints(head.number, head.number)) {
    checkpoint = record?.checkpoint;
  }
  if (!checkpoint) return null;
  const cosignatures = await ask<{ witness: string; signature: Buffer }>(
    `select witness, signature from audit.cosignature
     where region = '${ALL_REGIONS}' and cosignature.number = ? order by witness`,
    [head.number],
  );
  return makeReceipt({
    entry: { ...entry, region, previous: before?.hash ?? NOTHING_BEFORE },
    item: item && path ? { text: item.text, path } : undefined,
    interval: interval.map(({ hash }) => hash),
    ...{ head, heads, checkpoint, cosignatures },
  });
}
