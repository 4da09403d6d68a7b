import {
  getNamedType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { requireAccess, type Alternatives } from '../../subgraphs/kit/access.ts';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import type { Identity } from '../../subgraphs/kit/identity.ts';
import { purposesOf, ROLES, rightsOf, type Role } from '../../subgraphs/residents/domain/roles.ts';

/** Whom the matrix decides about: every role, and a resident who acts for a ward. */
export const PERSONAS = [...ROLES, 'GUARDIAN'] as const;
/** One of them. */
export type Persona = (typeof PERSONAS)[number];

/** What a request acts for, as far as access to a field depends on it. */
export type Asking = Pick<Identity, 'kind' | 'scopes' | 'purpose'>;

/** Who gets one field, and who of them has to say what for. */
export interface Decision {
  readonly roles: readonly Persona[];
  readonly purpose: readonly Persona[];
}

/** The role behind a persona. */
export function roleOf(persona: Persona): Role {
  return persona === 'GUARDIAN' ? 'RESIDENT' : persona;
}

/** Rights of a persona; a partner's are granted to it, at most these. */
export function scopesOf(persona: Persona): readonly string[] {
  return persona === 'PARTNER' ? ['code:verify'] : rightsOf(roleOf(persona));
}

/** A persona's request, for its first purpose or for none. */
export function asking(persona: Persona, withPurpose: boolean): Asking {
  const role = roleOf(persona);
  const [first = 'NONE'] = purposesOf(role);
  const kind = ['VERIFIER', 'PARTNER'].includes(role) ? 'PARTNER' : 'OFFICIAL';
  return {
    kind: role === 'RESIDENT' ? 'RESIDENT' : kind,
    scopes: scopesOf(persona),
    purpose: withPurpose ? first : null,
  };
}

function isOpen(check: (identity: Asking) => void, identity: Asking): boolean {
  try {
    check(identity);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** What a check decides for every persona. */
export function decisionBy(check: (identity: Asking) => void): Decision {
  const roles = PERSONAS.filter((persona) => isOpen(check, asking(persona, true)));
  return { roles, purpose: roles.filter((persona) => !isOpen(check, asking(persona, false))) };
}

/** Fields of object types, `Type.field`, with the type that each stands in. */
export function coordinatesOf(
  schema: GraphQLSchema,
): [string, GraphQLField<unknown, unknown>, GraphQLObjectType][] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('_'))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ name }) => !name.startsWith('_'))
        .map((field): [string, GraphQLField<unknown, unknown>, GraphQLObjectType] => [
          `${type.name}.${field.name}`,
          field,
          type,
        ]),
    );
}

/** Decisions that follow from a table of scopes, as the gateway enforces it. */
export function decisionsByTable(
  api: GraphQLSchema,
  table: Readonly<Record<string, Alternatives>>,
): Map<string, Decision> {
  return new Map(
    coordinatesOf(api).map(([coordinate, field, type]) => {
      const needed = [type.name, coordinate, getNamedType(field.type).name].flatMap((place) => {
        const alternatives = table[place];
        return alternatives ? [alternatives] : [];
      });
      return [
        coordinate,
        decisionBy((identity) => {
          for (const alternatives of needed) {
            requireAccess(coordinate, alternatives, identity);
          }
        }),
      ];
    }),
  );
}
