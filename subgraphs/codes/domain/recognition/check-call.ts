import { DomainError } from '../../../kit/domain-error.ts';
import type { Identity } from '../../../kit/identity.ts';
import type { DivisionBook } from '../../../kit/standards/gbt2260.ts';

/** Most codes in one call. Source: DESIGN.md §6. */
export const CODES_MAX = 1_000;

/** A code as it was presented. */
export interface Presented {
  /** Text as scanned. */
  readonly text: string;
  /** Division where it is presented. */
  readonly region: string;
  readonly purpose: string;
}

function indexesWhere(items: readonly Presented[], bad: (item: Presented) => boolean): number[] {
  return items.flatMap((item, index) => (bad(item) ? [index] : []));
}

/**
 * Refuses a whole call before any work: too few or too many codes, regions or purposes that are
 * unknown or not granted to the client. What a code is can never refuse a call.
 * @throws {DomainError} BAD_USER_INPUT, REGION_OUT_OF_SCOPE, PURPOSE_NOT_ALLOWED, with the indexes
 */
export function checkCall(
  items: readonly Presented[],
  by: Identity,
  divisions: DivisionBook,
  regions: ReadonlyMap<string, unknown>,
): void {
  if (items.length === 0 || items.length > CODES_MAX) {
    throw new DomainError('BAD_USER_INPUT', `A call has 1 to ${CODES_MAX} codes.`, {
      fields: ['inputs'],
    });
  }
  const unknown = indexesWhere(
    items,
    ({ region }) => !divisions.get(region) || divisions.nearestOf(regions, region) === null,
  );
  if (unknown.length > 0) {
    throw new DomainError('BAD_USER_INPUT', 'No region is known there.', {
      fields: ['region'],
      indexes: unknown,
    });
  }
  const outside = indexesWhere(
    items,
    ({ region }) => !by.grants.some((root) => divisions.covers(root, region)),
  );
  if (outside.length > 0) {
    throw new DomainError('REGION_OUT_OF_SCOPE', 'This region is not granted to the client.', {
      indexes: outside,
    });
  }
  const notAllowed = indexesWhere(items, ({ purpose }) => !by.purposes.includes(purpose));
  if (notAllowed.length > 0) {
    throw new DomainError('PURPOSE_NOT_ALLOWED', 'This purpose is not granted to the client.', {
      indexes: notAllowed,
    });
  }
}
