import { Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode } from 'graphql';

/** Fragments of a document, by their names. */
export function fragmentsIn({
  definitions,
}: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  return fragments;
}

/** Whether a field is asked of the schema itself. Source: GraphQL, 4.2. */
export function isIntrospection({ name }: FieldNode): boolean {
  return name.value === '__schema' || name.value === '__type';
}

/** Whether a fragment is of a type in which the schema tells of itself. */
export function isOfIntrospection({ typeCondition }: FragmentDefinitionNode): boolean {
  return typeCondition.name.value.startsWith('__');
}
