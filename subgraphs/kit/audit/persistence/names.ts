/** Schema of the audit log in the database. */
export const SCHEMA = 'audit';
/** Role that writes checkpoints, and reads nothing of what entries say. */
export const CHECKPOINT_ROLE = 'tongma_checkpoint';
/** Role of the subgraph that serves the log. */
export const READER_ROLE = 'tongma_codes';
/** Roles that may append: whatever decides, and the gateway, which signs in and refuses. */
export const APPENDING_ROLES = [
  'tongma_residents',
  'tongma_health',
  'tongma_travel',
  'tongma_codes',
  'tongma_gateway',
  'tongma_checkpoint',
] as const;
/** Region under which checkpoints stand: they are about all. */
export const ALL_REGIONS = '000000';
