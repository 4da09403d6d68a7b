import type { Values } from './operations.ts';

/** Arguments of what concerns guardians, about somebody who is really there. */
export const GUARDIAN_ARGUMENTS: Readonly<Record<string, Values>> = {
  'Query.guardianshipRenewals': ({ facts: { region } }) => ({ region }),
  'Mutation.acceptGuardianship': ({ person: { residentId } }) => ({
    input: { code: 'none', guardianId: residentId },
  }),
  // Too short a reason: what is asked about the own region must not end it.
  'Mutation.endGuardianship': ({ person: { residentId } }) => ({
    input: { residentId, reason: 'no' },
  }),
  'Mutation.nameGuardian': ({ person: { residentId } }) => ({
    input: {
      ...{ residentId, guardianId: residentId },
      desk: { documentSeen: true, consent: 'SPOKEN' },
    },
  }),
  'Mutation.offerGuardianship': ({ person: { residentId } }) => ({ residentId }),
  'Mutation.renewGuardianship': ({ person: { residentId } }) => ({ residentId }),
  'Mutation.reviewGuardianshipRenewal': ({ person: { residentId } }) => ({
    input: { residentId, decision: 'REJECT', reason: 'an attack on access' },
  }),
};
