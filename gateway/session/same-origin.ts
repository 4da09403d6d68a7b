import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';

/** Header that the console's own script sends; a form or a link elsewhere cannot. */
export const CONSOLE_HEADER = 'x-tongma-console';

/**
 * Refuses what does not come from a page of this origin: three independent signs, all of them.
 * @throws {DomainError} FORBIDDEN
 */
export function requireSameOrigin({ headers }: FastifyRequest, origin: string): void {
  const site = headers['sec-fetch-site'];
  const same =
    headers.origin === origin &&
    (site === undefined || site === 'same-origin') &&
    headers[CONSOLE_HEADER] !== undefined;
  if (!same) throw new DomainError('FORBIDDEN', 'This door is for the pages of this address.');
}
