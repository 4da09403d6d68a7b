import { z } from 'zod';
import { DomainError, ERROR_CODES } from '../../subgraphs/kit/domain-error.ts';
import { GRANTS_LEASE_MS, isAccountName, type Identity } from '../../subgraphs/kit/identity.ts';
import { kept } from '../../subgraphs/kit/kept.ts';
import type { SubgraphResult } from '../../subgraphs/kit/subgraph.ts';
import type { SubgraphClient } from '../sources/subgraph-client.ts';

const KEPT_MAX = 10_000;

const QUERY =
  'query GatewayGrants { grants { kind subject scopes grants regions residents purposes agency } }';

const grantsAnswer = z.object({
  grants: z.object({
    kind: z.enum(['RESIDENT', 'OFFICIAL', 'PARTNER']),
    subject: z.string(),
    scopes: z.array(z.string()),
    grants: z.array(z.string()),
    regions: z.array(z.string()),
    residents: z.array(z.string()).nullable(),
    purposes: z.array(z.string()),
    agency: z.string().nullable(),
  }),
});

/** Finds out what an account may do now. */
export interface GrantsOf {
  (subject: string, requestId: string): Promise<Identity>;
  /** What was kept of an account no longer holds: it has just changed something. */
  forget(subject: string): void;
}

/** What was asked of an account. */
interface Asked {
  /** Before the question: the answer may be as old. */
  readonly at: number;
  readonly identity: Promise<Identity>;
}

/** The gateway itself, which asks on behalf of an account before anything is known of it. */
export function asGateway(subject: string): Identity {
  const none = { grants: [], regions: [], residents: [], purposes: [], agency: null };
  return { kind: 'GATEWAY', subject, scopes: ['gateway:identify'], ...none };
}

/** The first refusal of a subgraph's answer; null when there is none. */
export function refusalOf(errors: SubgraphResult['errors']): DomainError | null {
  const error = errors?.[0];
  if (!error) return null;
  const code = ERROR_CODES.find((known) => known === error.extensions?.['code']) ?? 'INTERNAL';
  return new DomainError(code, error.message);
}

async function ask(residents: SubgraphClient, subject: string, requestId: string) {
  const { data, errors } = await residents.execute({ query: QUERY, requestId }, asGateway(subject));
  const refusal = refusalOf(errors);
  if (refusal) throw refusal;
  const { grants } = grantsAnswer.parse(data);
  return { ...grants, residents: grants.residents ?? ('*' as const) };
}

/**
 * Asks residents, who owns accounts, and keeps the answer for a second; requests of one account
 * that arrive together share one question. What may name no account, such as a process's name, has
 * none, whatever the provider says.
 */
export function grantsFrom(residents: SubgraphClient): GrantsOf {
  const accounts = kept<string, Asked>(KEPT_MAX);
  const grantsOf = (subject: string, requestId: string) => {
    if (!isAccountName(subject)) {
      return Promise.reject(new DomainError('FORBIDDEN', 'This account has no access.'));
    }
    const known = accounts.get(subject);
    const now = Date.now();
    // A clock that was put back would keep it for as much longer.
    const age = known ? now - known.at : -1;
    if (known && age >= 0 && age < GRANTS_LEASE_MS) return known.identity;
    const identity = ask(residents, subject, requestId);
    accounts.set(subject, { at: now, identity });
    identity.catch(() => {
      accounts.delete(subject);
    });
    return identity;
  };
  return Object.assign(grantsOf, {
    forget(subject: string) {
      accounts.delete(subject);
    },
  });
}
