import type { EventRow } from '../../kit/events/event-row.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';

/** Producers whose events codes takes in. */
export const PRODUCERS = ['residents', 'health-records', 'travel-history'] as const;

/** Name of a producer, as its queue names it. */
export type Producer = (typeof PRODUCERS)[number];

const SCHEMAS: Readonly<Record<Producer, string>> = {
  residents: 'residents',
  'health-records': 'health_records',
  'travel-history': 'travel_history',
};

interface EventColumns {
  readonly region: string;
  readonly id: string;
  readonly resident_id: string;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly batch: string | null;
}

/** Which events of a region: some by their ids, or those of a batch. */
export type Named = { readonly ids: readonly string[] } | { readonly batch: string };

/** Reads events of a producer within the scope of their region; in the order of their ids. */
export async function readEvents(
  tx: Transaction,
  producer: Producer,
  region: string,
  named: Named,
): Promise<EventRow[]> {
  const em = await tx();
  const ofRegion = em
    .getKysely<Record<string, EventColumns>>()
    .withSchema(SCHEMAS[producer])
    .selectFrom('event')
    .selectAll()
    .where('region', '=', region);
  const some =
    'batch' in named
      ? ofRegion.where('batch', '=', named.batch)
      : ofRegion.where('id', 'in', [...named.ids]);
  const rows = await some.orderBy('id').execute();
  return rows.map((row) => ({
    ...{ region: row.region, id: row.id, residentId: row.resident_id, kind: row.kind },
    ...{ body: row.body, batch: row.batch },
    occurredAt: new Date(row.occurred_at),
    recordedAt: new Date(row.recorded_at),
  }));
}
