/** Schema of this subgraph in the database. */
export const SCHEMA = 'health_records';
/** Role of this subgraph in the database. */
export const ROLE = 'tongma_health';
