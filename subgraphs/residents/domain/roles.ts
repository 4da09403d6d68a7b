/** Roles an account may have so far. Source: SECURITY.md, Roles. */
export const ROLES = [
  'RESIDENT',
  'VERIFIER',
  'PARTNER',
  'DESK',
  'REVIEWER',
  'CASE_OFFICER',
  'LABORATORY',
  'ADMINISTRATOR',
] as const;
/** One role of an account. */
export type Role = (typeof ROLES)[number];

/** Scopes and rights of each role; a partner's come from its grant instead. Source: DESIGN.md §4. */
export const ROLE_SCOPES: Readonly<Record<Role, readonly string[]>> = {
  RESIDENT: ['self'],
  VERIFIER: ['code:verify'],
  PARTNER: [],
  DESK: [
    'registration:write',
    'declaration:write',
    'trip:write',
    'code:issue',
    'resident:read',
    'resident:search',
    'code:read',
    'code:verify',
  ],
  REVIEWER: [
    'registration:review',
    'declaration:review',
    'resident:read',
    'resident:search',
    'travel:read',
    'code:verify',
    'health:read',
    'code:read',
  ],
  CASE_OFFICER: [
    'resident:read',
    'resident:search',
    'health:read',
    'case:manage',
    'travel:read',
    'code:read',
    'code:issue',
    'code:withdraw',
    'code:verify',
  ],
  LABORATORY: ['test:record'],
  ADMINISTRATOR: ['account:manage', 'resident:read'],
};

/** Purposes of each role; a partner's come from its grant instead. */
export const ROLE_PURPOSES: Readonly<Record<Role, readonly string[]>> = {
  RESIDENT: [],
  VERIFIER: ['ENTRY'],
  PARTNER: [],
  DESK: ['REVIEW', 'SUPPORT', 'ENTRY'],
  REVIEWER: ['REVIEW', 'ENTRY'],
  CASE_OFFICER: ['CASE_WORK', 'ENTRY'],
  LABORATORY: [],
  ADMINISTRATOR: ['SUPPORT'],
};
