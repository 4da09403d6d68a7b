/** Schema of this subgraph in the database. */
export const SCHEMA = 'codes';
/** Role of this subgraph in the database. */
export const ROLE = 'tongma_codes';
/** Role that may only execute `codes.status_of`. Source: DESIGN.md §8. */
export const RECOGNIZE_ROLE = 'tongma_recognize';
