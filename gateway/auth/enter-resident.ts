import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import { isAccountName } from '../../subgraphs/kit/identity.ts';
import type { SubgraphClient } from '../sources/subgraph-client.ts';
import { asGateway, refusalOf, type GrantsOf } from './grants.ts';

const MUTATION = 'mutation GatewayEnterResident { enterResident { subject } }';

/**
 * Makes a resident of an account that is not entered here; one that is stays as it is.
 * @throws {DomainError} FORBIDDEN for what is no account's name, AUDIT_UNAVAILABLE
 */
export type EnterResident = (subject: string, requestId: string) => Promise<void>;

/** Has residents, who owns accounts, enter it. */
export function residentEntry(residents: SubgraphClient, grantsOf: GrantsOf): EnterResident {
  return async (subject, requestId) => {
    if (!isAccountName(subject)) {
      throw new DomainError('FORBIDDEN', 'This account has no access.');
    }
    const { errors } = await residents.execute({ query: MUTATION, requestId }, asGateway(subject));
    grantsOf.forget(subject);
    const refusal = refusalOf(errors);
    // Entered by another sign-in of this moment, or not to be let in: its rights say which.
    if (refusal && refusal.code !== 'CONFLICT') throw refusal;
  };
}
