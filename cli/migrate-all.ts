import { storage as gateway } from '../gateway/session/storage.ts';
import { eventQueue, migrateQueue, REGISTRATION_QUEUE } from '../subgraphs/kit/events/queue.ts';
import { storage as audit } from '../subgraphs/kit/audit/persistence/storage.ts';
import { migrate } from '../subgraphs/kit/migrate.ts';
import { REHEARSAL_QUEUE, storage as codes } from '../subgraphs/codes/storage.ts';
import { DELIVERY_QUEUE, storage as healthRecords } from '../subgraphs/health-records/storage.ts';
import { storage as residents } from '../subgraphs/residents/storage.ts';
import { EXPOSURE_QUEUE, storage as travelHistory } from '../subgraphs/travel-history/storage.ts';

const PRODUCERS = ['residents', 'health-records', 'travel-history'];
const QUEUE_ROLES = ['tongma_residents', 'tongma_health', 'tongma_travel', 'tongma_codes'];

/**
 * Brings all schemas up to date, as the owner of the database. Can be repeated. `only` = each schema
 * to these migrations and no later ones, as a backup has them.
 * @returns names of the migrations that ran, with their schema
 * @throws {SchemaTooNewError} when the database was written by a newer version
 */
export async function migrateAll(
  ownerUrl: string,
  only?: Readonly<Record<string, readonly string[]>>,
): Promise<string[]> {
  const ran: string[] = [];
  for (const storage of [audit, residents, healthRecords, travelHistory, codes, gateway]) {
    const names = await migrate(storage, ownerUrl, only && (only[storage.schema] ?? []));
    ran.push(...names.map((name) => `${storage.schema} ${name}`));
  }
  const queues = [
    ...PRODUCERS.map(eventQueue),
    ...[REGISTRATION_QUEUE, DELIVERY_QUEUE, EXPOSURE_QUEUE, REHEARSAL_QUEUE],
  ];
  await migrateQueue(ownerUrl, queues, QUEUE_ROLES);
  return ran;
}
