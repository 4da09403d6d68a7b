/** Schema of this subgraph in the database. */
export const SCHEMA = 'health_records';
/** Role of this subgraph in the database. */
export const ROLE = 'tongma_health';

/** Queue of submissions that are to be delivered to registrations. */
export const DELIVERY_QUEUE = 'health-records.deliveries';

/** What a delivery job holds. */
export interface DeliveryJob {
  readonly region: string;
  readonly batchId: string;
}
