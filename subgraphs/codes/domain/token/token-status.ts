/** What the checks of a token find; the first that fails decides. Source: DESIGN.md §6. */
export const TOKEN_STATUSES = [
  'VERIFIED',
  'NOT_SUPPORTED',
  'MALFORMED',
  'ISSUER_NOT_TRUSTED',
  'KEY_TERMINATED',
  'WRONG_KEY_USE',
  'INVALID_SIGNATURE',
  'NOT_YET_VALID',
  'EXPIRED',
  'CLOCK_SUSPECT',
  'WITHDRAWN',
  'SUSPENDED',
  'REPLAYED',
  'SPECIMEN',
  'SUNSET',
] as const;
/** One finding of the checks of a token. */
export type TokenStatus = (typeof TOKEN_STATUSES)[number];
