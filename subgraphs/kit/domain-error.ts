/** The closed list of refusals a client may meet in `extensions.code`. Source: DESIGN.md §4. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'TOKEN_EXPIRED',
  'FORBIDDEN',
  'SCOPE_MISSING',
  'PURPOSE_NOT_ALLOWED',
  'REGION_OUT_OF_SCOPE',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'STALE_VERSION',
  'ILLEGAL_TRANSITION',
  'APPROVAL_REQUIRED',
  'SELF_APPROVAL',
  'STEP_UP_REQUIRED',
  'IDEMPOTENCY_KEY_REUSED',
  'COST_LIMIT',
  'DEPTH_LIMIT',
  'RATE_LIMITED',
  'UPSTREAM_TIMEOUT',
  'AUDIT_UNAVAILABLE',
  'SUNSET',
  'INTERNAL',
] as const;

/** One refusal of the closed list. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What a refusal may say besides its code: machine-readable, never personal data. */
export interface DomainErrorOptions extends ErrorOptions {
  /** Input fields the refusal is about, as dotted paths. */
  readonly fields?: readonly string[];
  /** Indexes of the items of a list argument the refusal is about. */
  readonly indexes?: readonly number[];
}

/**
 * A refusal the caller can act on; anything else thrown is a fault and gets masked.
 * `message` is read by people: never a name, a document number or a result in it.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;
  readonly fields: readonly string[] | undefined;
  readonly indexes: readonly number[] | undefined;

  constructor(code: ErrorCode, message: string, options?: DomainErrorOptions) {
    super(message, options);
    this.code = code;
    this.fields = options?.fields;
    this.indexes = options?.indexes;
  }
}
