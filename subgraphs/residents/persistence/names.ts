/** Schema of this subgraph in the database. */
export const SCHEMA = 'residents';
/** Role of this subgraph in the database. */
export const ROLE = 'tongma_residents';
