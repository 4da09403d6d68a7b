import { registerEnumType } from 'type-graphql';
import type { Role as RoleName } from '../domain/roles.ts';

/** Roles of accounts. */
export const Role = {
  RESIDENT: 'RESIDENT',
  VERIFIER: 'VERIFIER',
  PARTNER: 'PARTNER',
  DESK: 'DESK',
  REVIEWER: 'REVIEWER',
  CASE_OFFICER: 'CASE_OFFICER',
  LABORATORY: 'LABORATORY',
  ADMINISTRATOR: 'ADMINISTRATOR',
  POLICY_AUTHOR: 'POLICY_AUTHOR',
  POLICY_APPROVER: 'POLICY_APPROVER',
  AGREEMENT_OFFICER: 'AGREEMENT_OFFICER',
  APPEAL_OFFICER: 'APPEAL_OFFICER',
  CUSTOMER_SERVICE: 'CUSTOMER_SERVICE',
  PRIVACY_OFFICER: 'PRIVACY_OFFICER',
  AUDITOR: 'AUDITOR',
  OVERSIGHT: 'OVERSIGHT',
} as const satisfies { [R in RoleName]: R };
export type Role = RoleName;

registerEnumType(Role, { name: 'Role', description: 'Role of an account.' });
