import {
  BREAK,
  isTypeDefinitionNode,
  Kind,
  parse,
  visit,
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
} from 'graphql';
import type { Alternatives } from '../../subgraphs/kit/access.ts';

/** Scopes by coordinate (`Type` or `Type.field`). */
export type PolicyTable = ReadonlyMap<string, Alternatives>;

const SECURITY_DIRECTIVES = new Set(['authenticated', 'requiresScopes', 'policy']);

/** A supergraph carries a rule that cannot be enforced: the gateway does not start on it. */
export class UnenforceablePolicyError extends Error {
  override readonly name = 'UnenforceablePolicyError';
}

function alternativesOf(directive: ConstDirectiveNode): string[][] {
  if (directive.name.value === 'authenticated') return [[]];
  const list = directive.arguments?.[0]?.value;
  if (directive.name.value !== 'requiresScopes' || list?.kind !== Kind.LIST) {
    throw new UnenforceablePolicyError(`@${directive.name.value} cannot be enforced.`);
  }
  return list.values.map((all) =>
    all.kind === Kind.LIST
      ? all.values.flatMap((scope) => (scope.kind === Kind.STRING ? [scope.value] : []))
      : [],
  );
}

function collect(document: DocumentNode): PolicyTable {
  const table = new Map<string, Alternatives>();
  function add(coordinate: string, directives: readonly ConstDirectiveNode[] | undefined) {
    for (const directive of directives ?? []) {
      const { name, arguments: args } = directive;
      if (SECURITY_DIRECTIVES.has(name.value)) table.set(coordinate, alternativesOf(directive));
      // A field fetched for another one is not in the operation, so no walk over it would see it.
      if (name.value === 'join__field' && args?.some((arg) => arg.name.value === 'requires')) {
        throw new UnenforceablePolicyError(`${coordinate} uses @requires.`);
      }
    }
  }
  for (const node of document.definitions) {
    if (!isTypeDefinitionNode(node)) continue;
    const type = node.name.value;
    add(type, node.directives);
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      continue;
    }
    for (const field of node.fields ?? []) add(`${type}.${field.name.value}`, field.directives);
  }
  return table;
}

function isSecurityName(name: string): boolean {
  return SECURITY_DIRECTIVES.has(name) || /^(requiresScopes|policy|authenticated)__/.test(name);
}

/** The link of a feature that is taken out. @inaccessible is linked for security too, and stays. */
function isSecurityLink(directive: DirectiveNode): boolean {
  const url = directive.arguments?.find(({ name }) => name.value === 'url')?.value;
  return (
    directive.name.value === 'link' &&
    url?.kind === Kind.STRING &&
    url.value.split('/').some((part) => SECURITY_DIRECTIVES.has(part))
  );
}

/** Whether a supergraph says anywhere who may have what, under whatever names it links that. */
export function carriesPolicy(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive(node) {
      found ||= isSecurityName(node.name.value) || isSecurityLink(node);
      return found ? BREAK : undefined;
    },
  });
  return found;
}

/** The same supergraph without security directives, which Apollo Gateway refuses to load. */
function strip(document: DocumentNode): DocumentNode {
  return visit(document, {
    Directive: (node) =>
      isSecurityName(node.name.value) || isSecurityLink(node) ? null : undefined,
    DirectiveDefinition: (node) => (isSecurityName(node.name.value) ? null : undefined),
    ScalarTypeDefinition: (node) => (isSecurityName(node.name.value) ? null : undefined),
  });
}

/**
 * Takes a complete supergraph apart: what Apollo Gateway loads, and the table of scopes that the
 * gateway enforces itself. Source: DESIGN.md §8.
 * @throws {UnenforceablePolicyError} for what could not be enforced
 */
export function splitSupergraph(sdl: string): { document: DocumentNode; policy: PolicyTable } {
  const complete = parse(sdl, { noLocation: true });
  return { policy: collect(complete), document: strip(complete) };
}
