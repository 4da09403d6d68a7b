import type { SchemaParts } from '../../kit/graphql/build-schema.ts';
import type { ResidentsContext } from '../context.ts';
import { proposalAgain, proposalResolver } from '../../kit/proposal/proposal.resolver.ts';
import { accountByKey, AccountResolver } from './account.resolver.ts';
import { ConversionResolver } from './conversion.resolver.ts';
import { DivisionResolver } from './division.resolver.ts';
import { GrantsResolver } from './grants.resolver.ts';
import { GuardianshipResolver } from './guardianship.resolver.ts';
import { ResidentResolver } from './resident.resolver.ts';
import { RevealResolver } from './reveal.resolver.ts';
import { RightResolver } from './rights.resolver.ts';
import { ViewerResolver } from './viewer.resolver.ts';

/** The GraphQL face of residents: all its resolvers and how its entities are found by key. */
export const schemaParts: SchemaParts<ResidentsContext> = {
  resolvers: [
    ...[ResidentResolver, RevealResolver, DivisionResolver, GrantsResolver, ViewerResolver],
    ...[
      AccountResolver,
      RightResolver,
      ConversionResolver,
      GuardianshipResolver,
      proposalResolver('residents', ['data:export']),
    ],
  ],
  references: {
    Resident: ({ id }, { residentById }) => residentById.load(id),
    Account: accountByKey,
    Agency: ({ id }, { agencyStore }) => agencyStore.find(id),
  },
  replays: {
    Proposal: ({ id }, context) => proposalAgain(id, context, 'residents'),
    // Its secret is kept nowhere.
    ConversionOffer: () => null,
    GuardianshipOffer: () => null,
    // Whoever ended it may see the ward no more.
    EndedGuardianship: ({ id }) => ({ id }),
    // The gateway alone makes one, and names no key.
    Grants: () => null,
    RevealedIdentity: ({ id }, { revealing }) => revealing.again(id),
  },
};
