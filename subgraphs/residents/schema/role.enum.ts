import { registerEnumType } from 'type-graphql';
import { meanings } from '../../kit/graphql/enum-of.ts';
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

registerEnumType(Role, {
  name: 'Role',
  description: 'Role of an account; it decides its rights and purposes.',
  valuesConfig: meanings<keyof typeof Role>({
    RESIDENT: 'A person, for their own registrations and those of their wards.',
    VERIFIER: 'Verifies codes at a gate or a venue.',
    PARTNER: 'A client program, with scopes and purposes of its own.',
    DESK: 'Serves people at a desk: registers, declares for them, issues codes on paper.',
    REVIEWER: 'Reviews registrations and declarations.',
    CASE_OFFICER: 'Isolation, contact notices, venues and outbreaks; withdraws codes.',
    LABORATORY: 'Records and submits test results.',
    ADMINISTRATOR: 'Accounts and agencies of a region, and events set aside; no health data.',
    POLICY_AUTHOR: 'Proposes policies and imports bulletins.',
    POLICY_APPROVER: 'Approves policies and held bulletins.',
    AGREEMENT_OFFICER: 'Recognition agreements, and the withdrawal of signing keys.',
    APPEAL_OFFICER: 'Decides appeals.',
    CUSTOMER_SERVICE: 'Sees states and next steps of codes; no health detail.',
    PRIVACY_OFFICER: 'Audit log, revealing of single fields, bulk exports by two.',
    AUDITOR: 'Reads and verifies the audit log; sees accounts and proposals.',
    OVERSIGHT: 'Reads the audit log, accounts, proposals and statistics; no region can disable it.',
  }),
});
