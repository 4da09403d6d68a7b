import { randomUUID } from 'node:crypto';
import type { Engines } from '../../gateway/engine/engines.ts';
import type { GrantsOf } from '../../gateway/auth/grants.ts';

/** Asks the gateway in process as an account, with everything it may do, for its first purpose. */
export type Ask = (
  subject: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Record<string, unknown>>;

/** Makes {@link Ask}: the same gateway, policy and subgraphs as over HTTP, without a token. */
export function askAs(engines: Pick<Engines, 'use'>, grantsOf: GrantsOf): Ask {
  return async (subject, query, variables) => {
    const requestId = randomUUID();
    const granted = await grantsOf(subject, requestId);
    const identity = { ...granted, purpose: granted.purposes[0] ?? null };
    const { body } = await engines.use(({ apollo }) =>
      apollo.executeOperation({ query, variables }, { contextValue: { identity, requestId } }),
    );
    if (body.kind !== 'single') throw new Error('The gateway answered in parts.');
    const { data, errors } = body.singleResult;
    const error = errors?.[0];
    if (error || !data) {
      throw new Error(`${String(error?.extensions?.['code'])}: ${error?.message ?? 'no data'}`);
    }
    return data;
  };
}
