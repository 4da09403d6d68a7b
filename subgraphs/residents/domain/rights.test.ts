import { describe, expect, it } from 'vitest';
import { RIGHTS } from './rights.ts';
import { ASSIGNABLE_ROLES, purposesOf, rightsOf, ROLES } from './roles.ts';

/** Purposes of officials. Source: DESIGN.md §4. */
const PURPOSES = ['REVIEW', 'CASE_WORK', 'APPEAL', 'CORRECTION', 'AUDIT', 'SUPPORT', 'ENTRY'];

/** What shows health data. */
const HEALTH = ['health:read', 'code:read', 'declaration:review', 'case:manage', 'travel:read'];

describe('rights', () => {
  it('are at most forty, each with a sentence in three languages', () => {
    const texts = Object.values(RIGHTS);
    expect(texts.length).toBeLessThanOrEqual(40);
    for (const { ZH_HANS, ZH_HANT, EN } of texts) {
      expect(ZH_HANS).toMatch(/^\p{Script=Han}.*。$/u);
      expect(ZH_HANT).toMatch(/^\p{Script=Han}.*。$/u);
      expect(EN).toMatch(/^[A-Z].*\.$/);
    }
  });

  it.each(ROLES)('of %s are known, and so are its purposes', (role) => {
    for (const right of rightsOf(role)) expect(RIGHTS).toHaveProperty([right]);
    for (const purpose of purposesOf(role)) expect(PURPOSES).toContain(purpose);
  });

  it.each(['ADMINISTRATOR', 'CUSTOMER_SERVICE', 'AUDITOR', 'OVERSIGHT', 'LABORATORY'] as const)(
    'of %s show no health data',
    (role) => {
      expect(rightsOf(role).filter((right) => HEALTH.includes(right))).toEqual([]);
    },
  );

  it('of oversight only read, and no region gives the role', () => {
    expect(rightsOf('OVERSIGHT').every((right) => right.endsWith(':read'))).toBe(true);
    expect(ASSIGNABLE_ROLES).not.toContain('OVERSIGHT');
  });

  it('over accounts go with no right that a second person needs', () => {
    const second = ['key:withdraw', 'data:export', 'policy:approve', 'agreement:manage'];
    expect(rightsOf('ADMINISTRATOR').filter((right) => second.includes(right))).toEqual([]);
  });
});
