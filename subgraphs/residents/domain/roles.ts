import type { Right } from './rights.ts';

/**
 * Roles an account may have. A guardian is a resident with wards, and no role of its own.
 * Source: SECURITY.md, Roles.
 */
export const ROLES = [
  'RESIDENT',
  'VERIFIER',
  'PARTNER',
  'DESK',
  'REVIEWER',
  'CASE_OFFICER',
  'LABORATORY',
  'ADMINISTRATOR',
  'POLICY_AUTHOR',
  'POLICY_APPROVER',
  'AGREEMENT_OFFICER',
  'APPEAL_OFFICER',
  'CUSTOMER_SERVICE',
  'PRIVACY_OFFICER',
  'AUDITOR',
  'OVERSIGHT',
] as const;
/** One role of an account. */
export type Role = (typeof ROLES)[number];

/** What a role may do, and for which purposes. */
interface RoleGrant {
  readonly rights: readonly Right[];
  readonly purposes: readonly string[];
}

const NONE: RoleGrant = { rights: [], purposes: [] };

/** A partner's rights and purposes come from its own grant. Source: DESIGN.md §4. */
const GRANTS: Readonly<Record<Role, RoleGrant>> = {
  RESIDENT: { rights: ['self'], purposes: [] },
  VERIFIER: { rights: ['code:verify'], purposes: ['ENTRY'] },
  PARTNER: NONE,
  DESK: {
    rights: [
      ...(['registration:write', 'declaration:write', 'trip:write', 'code:issue'] as const),
      ...(['resident:read', 'resident:search', 'code:read', 'code:verify'] as const),
    ],
    purposes: ['REVIEW', 'SUPPORT', 'ENTRY'],
  },
  REVIEWER: {
    rights: [
      ...(['registration:review', 'declaration:review', 'resident:read'] as const),
      ...(['resident:search', 'resident:reveal', 'travel:read'] as const),
      ...(['code:verify', 'health:read', 'code:read', 'statistics:read'] as const),
    ],
    purposes: ['REVIEW', 'ENTRY'],
  },
  CASE_OFFICER: {
    rights: [
      ...(['resident:read', 'resident:search', 'resident:reveal', 'health:read'] as const),
      ...(['case:manage', 'travel:read', 'code:read', 'code:issue'] as const),
      ...(['code:withdraw', 'code:verify', 'statistics:read'] as const),
    ],
    purposes: ['CASE_WORK', 'ENTRY'],
  },
  LABORATORY: { rights: ['test:record'], purposes: [] },
  ADMINISTRATOR: {
    // No health data: who gives rights away must have no use for them.
    rights: ['account:read', 'account:manage', 'event:manage'],
    purposes: [],
  },
  POLICY_AUTHOR: {
    rights: ['policy:propose', 'bulletin:import', 'approval:read', 'statistics:read'],
    purposes: [],
  },
  POLICY_APPROVER: {
    rights: ['policy:approve', 'bulletin:approve', 'approval:read', 'statistics:read'],
    purposes: [],
  },
  AGREEMENT_OFFICER: {
    rights: ['agreement:manage', 'approval:read', 'key:withdraw'],
    purposes: [],
  },
  APPEAL_OFFICER: {
    rights: ['appeal:decide', 'resident:read', 'code:read', 'health:read', 'resident:reveal'],
    purposes: ['APPEAL', 'CORRECTION'],
  },
  CUSTOMER_SERVICE: { rights: ['resident:search', 'support:read'], purposes: ['SUPPORT'] },
  PRIVACY_OFFICER: {
    rights: [
      ...(['resident:read', 'resident:search', 'resident:reveal', 'audit:read'] as const),
      ...(['approval:read', 'data:export'] as const),
    ],
    purposes: ['CORRECTION', 'AUDIT'],
  },
  AUDITOR: { rights: ['audit:read', 'account:read', 'approval:read'], purposes: ['AUDIT'] },
  OVERSIGHT: {
    rights: ['audit:read', 'account:read', 'approval:read', 'statistics:read'],
    purposes: ['AUDIT'],
  },
};

/** Rights of each role. */
export function rightsOf(role: Role): readonly Right[] {
  return GRANTS[role].rights;
}

/** Purposes of each role, closed list of DESIGN.md §4. */
export function purposesOf(role: Role): readonly string[] {
  return GRANTS[role].purposes;
}

/**
 * Roles that an administrator of a region gives and takes away. Residents make their accounts by
 * signing in (RULES.md §3.11); oversight is beyond every region's reach. Source: SECURITY.md, invariant 11.
 */
export const ASSIGNABLE_ROLES: readonly Role[] = ROLES.filter(
  (role) => role !== 'RESIDENT' && role !== 'OVERSIGHT',
);
