import type { Role } from '../../gql/graphql.ts';

/** Roles of accounts that officials look after. */
export const OFFICIAL_ROLES: readonly Role[] = [
  ...(['VERIFIER', 'DESK', 'REVIEWER', 'CASE_OFFICER', 'LABORATORY', 'CUSTOMER_SERVICE'] as const),
  ...(['APPEAL_OFFICER', 'POLICY_AUTHOR', 'POLICY_APPROVER', 'AGREEMENT_OFFICER'] as const),
  ...(['PRIVACY_OFFICER', 'ADMINISTRATOR', 'AUDITOR', 'OVERSIGHT', 'PARTNER'] as const),
];

/** Roles that a region gives; oversight is beyond its reach. */
export const ASSIGNABLE_ROLES = OFFICIAL_ROLES.filter((role) => role !== 'OVERSIGHT');

/** Purposes that a partner can be granted. Source: DESIGN.md §4. */
export const PARTNER_PURPOSES = ['ENTRY', 'TRANSPORT', 'CARE', 'WORK'] as const;
