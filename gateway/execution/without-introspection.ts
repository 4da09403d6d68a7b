import { Kind, visit, type DocumentNode, type SelectionSetNode } from 'graphql';
import { isIntrospection, isOfIntrospection } from './document-parts.ts';

const NOTHING_MORE: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
};

/**
 * A document without what it asks of the schema: no subgraph is asked for it, and Apollo's planner,
 * which has a list of its own of what may be asked, refuses what is newer, such as `isOneOf`.
 */
export function withoutIntrospection(document: DocumentNode): DocumentNode {
  return visit(document, {
    FragmentDefinition(fragment) {
      return isOfIntrospection(fragment) ? null : undefined;
    },
    Field(field) {
      return isIntrospection(field) ? { ...field, selectionSet: NOTHING_MORE } : undefined;
    },
  });
}
