import {
  getNamedType,
  isAbstractType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import { requireAccess, type Alternatives } from '../../subgraphs/kit/access.ts';
import type { Identity } from '../../subgraphs/kit/identity.ts';
import type { PolicyTable } from './policy-table.ts';

/** What is asked of whoever sends a document. */
type Asking = Pick<Identity, 'kind' | 'scopes' | 'purpose'>;

/** What one document asks of whoever sends it. */
export interface Requirements {
  /** Coordinates with the scopes they need. */
  readonly scopes: readonly (readonly [coordinate: string, alternatives: Alternatives])[];
  /** Root fields that say no scopes: nobody may use them. */
  readonly closed: readonly string[];
}

/** Concrete types a field may be resolved on: an abstract type stands for all that implement it. */
function concreteTypes(type: GraphQLNamedType, schema: GraphQLSchema): GraphQLNamedType[] {
  return isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
}

/** Collects what a valid document needs, behind fragments and abstract types too. */
export function requirementsOf(
  document: DocumentNode,
  schema: GraphQLSchema,
  policy: PolicyTable,
): Requirements {
  const scopes = new Map<string, Alternatives>();
  const closed = new Set<string>();
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  const typeInfo = new TypeInfo(schema);

  function need(coordinate: string): boolean {
    const alternatives = policy.get(coordinate);
    if (alternatives) scopes.set(coordinate, alternatives);
    return alternatives !== undefined;
  }

  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        const parent = typeInfo.getParentType();
        const field = node.name.value;
        if (!parent || field.startsWith('__')) return;
        for (const type of concreteTypes(parent, schema)) {
          const known = need(`${type.name}.${field}`);
          if (!known && isObjectType(type) && roots.has(type)) closed.add(`${type.name}.${field}`);
        }
        const returned = getNamedType(typeInfo.getType());
        if (returned) for (const type of concreteTypes(returned, schema)) need(type.name);
      },
    }),
  );
  return { scopes: [...scopes], closed: [...closed] };
}

/**
 * Refuses a document as a whole when one field in it is not allowed.
 * @throws {DomainError} FORBIDDEN, SCOPE_MISSING, PURPOSE_NOT_ALLOWED
 */
export function checkRequirements(needed: Requirements, identity: Asking): void {
  const shut = needed.closed[0];
  if (shut !== undefined) throw new DomainError('FORBIDDEN', `${shut} is open to nobody.`);
  for (const [coordinate, alternatives] of needed.scopes) {
    requireAccess(coordinate, alternatives, identity);
  }
}
