/** Schema of this subgraph in the database. */
export const SCHEMA = 'travel_history';
/** Role of this subgraph in the database. */
export const ROLE = 'tongma_travel';
