import type { GraphQLError } from 'graphql';
import { type GraphQLFormattedError } from 'graphql';
import { argumentFault, coercionFault, type CoercionFault } from './coercion-fault.ts';
import type { DomainError } from '../domain-error.ts';
import { ERROR_CODES, type ErrorCode } from '../domain-error.ts';

const RETRYABLE: ReadonlySet<ErrorCode> = new Set([
  'RATE_LIMITED',
  'UPSTREAM_TIMEOUT',
  'AUDIT_UNAVAILABLE',
  'INTERNAL',
]);

/** Codes that GraphQL engines give, in our words. */
const ENGINE_CODES: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
};

/** Is told of every fault that was masked, with its cause. */
export type ReportFault = (fault: unknown, requestId: string) => void;

// By name, not by instanceof: under Vite two copies of a module may load.
function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === 'DomainError';
}

/** An error with those it was made of, outermost first. */
function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = [error];
  for (let at = error; at instanceof Error && 'originalError' in at && at.originalError;) {
    at = at.originalError;
    chain.push(at);
  }
  return chain;
}

// Engines name their own subclasses, and two copies of graphql may load: told by its shape.
function isGraphQLError(error: unknown): error is GraphQLError {
  return error instanceof Error && 'extensions' in error && 'locations' in error;
}

function extensionsOf(code: ErrorCode, requestId: string, refusal?: DomainError) {
  return {
    code,
    retryable: RETRYABLE.has(code),
    requestId,
    ...(refusal?.fields && { fields: refusal.fields }),
    ...(refusal?.indexes && { indexes: refusal.indexes }),
  };
}

function codeIn(error: GraphQLError): string | undefined {
  const code = error.extensions['code'];
  return typeof code === 'string' ? code : undefined;
}

/** Our own code anywhere in a chain, else what an engine said in our words; undefined for a fault. */
function codeOf(errors: readonly GraphQLError[]): ErrorCode | undefined {
  const codes = errors.map(codeIn).filter((code) => code !== undefined);
  const own = ERROR_CODES.find((known) => codes.includes(known));
  return own ?? codes.map((code) => ENGINE_CODES[code]).find((code) => code !== undefined);
}

/**
 * Gives an error the shape the contract promises: message, path, locations,
 * `extensions {code, retryable, requestId}`. Faults are masked as INTERNAL and reported.
 */
export function formatError(
  error: unknown,
  requestId: string,
  report: ReportFault,
): GraphQLFormattedError {
  const chain = chainOf(error);
  const place = isGraphQLError(error)
    ? {
        ...(error.locations && { locations: error.locations }),
        ...(error.path && { path: error.path }),
      }
    : {};
  const refusal = chain.find(isDomainError);
  if (refusal) {
    const extensions = extensionsOf(refusal.code, requestId, refusal);
    return { message: refusal.message, ...place, extensions };
  }
  if (chain.some(isUnstorable)) {
    const message = 'A text holds a character that cannot be stored.';
    return { message, ...place, extensions: extensionsOf('BAD_USER_INPUT', requestId) };
  }
  const fault = coercionFaultOf(error, chain);
  const ofRequest = fault !== null || isRequestFault(chain);
  const code = codeOf(chain.filter(isGraphQLError)) ?? (ofRequest && 'BAD_USER_INPUT');
  if (code && code !== 'INTERNAL' && isGraphQLError(error)) {
    const { fields = fault ? [fault.field] : undefined, indexes } = error.extensions;
    const more = {
      ...(fields !== undefined && { fields }),
      ...(indexes !== undefined && { indexes }),
    };
    const extensions = { ...extensionsOf(code, requestId), ...more };
    return { message: fault?.message ?? error.message, ...place, extensions };
  }
  report(chain.at(-1), requestId);
  const message = 'Something failed here. It was noted under this request id.';
  return { message, ...place, extensions: extensionsOf('INTERNAL', requestId) };
}

/** What PostgreSQL says of U+0000: in a text, and in JSON. */
const UNSTORABLE: ReadonlySet<unknown> = new Set(['22021', '22P05']);

/** PostgreSQL's refusal of a text, such as one with U+0000 in it. */
function isUnstorable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && UNSTORABLE.has(error.code);
}

/** What an engine could not coerce. Of arguments it says so as of a field's own fault, at its place. */
function coercionFaultOf(error: unknown, chain: readonly unknown[]): CoercionFault | null {
  if (!isGraphQLError(error)) return null;
  const ofVariable = coercionFault(error.message);
  return ofVariable ?? (chain.every(isGraphQLError) ? argumentFault(error.message) : null);
}

/** A GraphQL error made of nothing else: the engine's own complaint about the request. */
function isRequestFault(chain: readonly unknown[]): boolean {
  return chain.length === 1 && isGraphQLError(chain[0]);
}
