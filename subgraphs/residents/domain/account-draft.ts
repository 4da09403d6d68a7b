import { DomainError } from '../../kit/domain-error.ts';
import type { Identity } from '../../kit/identity.ts';
import type { DivisionBook } from '../../kit/standards/gbt2260.ts';
import type { Account } from './account.ts';
import type { Right } from './rights.ts';
import { ASSIGNABLE_ROLES, rightsOf } from './roles.ts';

/** What an administrator decides of an account. */
export type AccountDraft = Pick<
  Account,
  'role' | 'name' | 'grants' | 'scopes' | 'purposes' | 'agency' | 'withheld'
>;

/** Scopes that a partner can be granted. Source: DESIGN.md §4. */
const PARTNER_SCOPES: readonly string[] = ['code:verify', 'sandbox:verify'];
/** Purposes that a partner can be granted. Source: DESIGN.md §4. */
const PARTNER_PURPOSES: readonly string[] = ['ENTRY', 'TRANSPORT', 'CARE', 'WORK'];

function wrong(field: string, message: string): DomainError {
  return new DomainError('BAD_USER_INPUT', message, { fields: [`input.${field}`] });
}

function within(given: readonly string[], known: readonly string[], field: string): string[] {
  if (given.some((one) => !known.includes(one))) {
    throw wrong(field, `"${field}" names something that this role cannot have.`);
  }
  return [...new Set(given)];
}

/** A client of the sandbox sees no code of a person: it has that scope alone. Source: RULES.md §3.13. */
function partnerScopes(given: readonly string[]): string[] {
  const scopes = within(given, PARTNER_SCOPES, 'scopes');
  if (scopes.length < 2) return scopes;
  throw wrong('scopes', 'A client of the sandbox has no scope beside it.');
}

/** The name of an account as it is kept; null for none. @throws {DomainError} BAD_USER_INPUT */
export function keptName(given: string | null): string | null {
  const name = given?.trim() ?? '';
  if (name.length > 64) throw wrong('name', 'A name has at most 64 characters.');
  return name === '' ? null : name;
}

/** Grants lie at or below those of the administrator: nobody gives away what one does not have. */
function grantsWithin(given: readonly string[], by: Identity, divisions: DivisionBook): string[] {
  for (const code of given) {
    if (!divisions.get(code)) throw wrong('grants', 'A grant names no division.');
    if (!by.grants.some((root) => divisions.covers(root, code))) {
      throw new DomainError('REGION_OUT_OF_SCOPE', 'A grant lies outside of your own.', {
        fields: ['input.grants'],
      });
    }
  }
  return [...new Set(given)];
}

/**
 * Checks what an administrator decides of an account. Source: RULES.md §3.
 * @throws {DomainError} BAD_USER_INPUT, REGION_OUT_OF_SCOPE, FORBIDDEN
 */
export function checkAccount(
  draft: AccountDraft,
  by: Identity,
  divisions: DivisionBook,
): AccountDraft {
  const { role, agency } = draft;
  if (!ASSIGNABLE_ROLES.includes(role)) {
    throw new DomainError('FORBIDDEN', 'No region gives this role.', { fields: ['input.role'] });
  }
  const name = keptName(draft.name);
  if (role !== 'VERIFIER' && agency === null) {
    throw wrong('agency', 'Whoever decides belongs to an agency.');
  }
  const partner = role === 'PARTNER';
  const rights: readonly Right[] = rightsOf(role);
  return {
    ...{ role, agency, name },
    grants: grantsWithin(draft.grants, by, divisions),
    scopes: partner ? partnerScopes(draft.scopes) : within(draft.scopes, [], 'scopes'),
    purposes: within(draft.purposes, partner ? PARTNER_PURPOSES : [], 'purposes'),
    withheld: rights.filter((right) => draft.withheld.includes(right)),
  };
}
