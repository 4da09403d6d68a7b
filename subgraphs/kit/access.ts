import { DomainError } from './domain-error.ts';
import type { Identity } from './identity.ts';

/** Scopes that a type or field asks for: an OR of ANDs. */
export type Alternatives = readonly (readonly string[])[];

/** Scopes under which an official sees or decides about single people. */
const PERSONAL: ReadonlySet<string> = new Set([
  'resident:read',
  'resident:search',
  'resident:reveal',
  'registration:review',
  'registration:write',
  'declaration:review',
  'declaration:write',
  'health:read',
  'travel:read',
  'trip:write',
  'case:manage',
  'code:read',
  'code:issue',
  'code:withdraw',
  'support:read',
  'data:export',
  'audit:read',
]);

/** True when one alternative is held completely. */
export function holdsScopes(alternatives: Alternatives, held: readonly string[]): boolean {
  return alternatives.some((all) => all.every((scope) => held.includes(scope)));
}

/** True when whoever passes here passes as an official who looks at single people. */
function isPersonal(alternatives: Alternatives, held: readonly string[]): boolean {
  return alternatives
    .filter((all) => all.every((scope) => held.includes(scope)))
    .every((all) => all.some((scope) => PERSONAL.has(scope)));
}

/**
 * Refuses whoever lacks a scope, and an official who looks at single people without saying what
 * for. Source: SECURITY.md, Access and invariant 12.
 * @throws {DomainError} SCOPE_MISSING, PURPOSE_NOT_ALLOWED
 */
export function requireAccess(
  coordinate: string,
  alternatives: Alternatives,
  { kind, scopes, purpose }: Pick<Identity, 'kind' | 'scopes' | 'purpose'>,
): void {
  if (!holdsScopes(alternatives, scopes)) {
    const words = alternatives.map((all) => all.join(' and ')).join(', or ');
    throw new DomainError('SCOPE_MISSING', `${coordinate} needs the scope ${words}.`);
  }
  if (kind === 'OFFICIAL' && purpose == null && isPersonal(alternatives, scopes)) {
    throw new DomainError('PURPOSE_NOT_ALLOWED', `${coordinate} asks what it is read for.`);
  }
}
