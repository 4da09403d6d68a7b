import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { isIntrospection } from '../execution/document-parts.ts';
import type { ErrorCode } from '../../subgraphs/kit/domain-error.ts';

/** Most levels of fields in an ad-hoc document. Source: SECURITY.md, Limits. */
export const DEPTH_MAX = 10;
/** Most levels inside `__schema` or `__type`: what the usual introspection query needs, and one. */
export const INTROSPECTION_DEPTH_MAX = 16;
/** Most aliases in an ad-hoc document. */
export const ALIASES_MAX = 20;
/** Most lexical tokens in an ad-hoc document. */
export const TOKENS_MAX = 2_000;

function refusal(message: string, code: ErrorCode): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/**
 * Refuses documents with fields nested deeper than {@link DEPTH_MAX}; introspection has
 * {@link INTROSPECTION_DEPTH_MAX}.
 */
export const limitDepth: ValidationRule = (context: ValidationContext): ASTVisitor => {
  let introspected = 0;
  const known = new Map<FragmentDefinitionNode, number>();

  function depthOfFragment(fragment: FragmentDefinitionNode): number {
    const depth = known.get(fragment);
    if (depth !== undefined) return depth;
    known.set(fragment, 0); // a cycle ends here; another rule refuses it
    const own = depthOf(fragment.selectionSet);
    known.set(fragment, own);
    return own;
  }

  function depthOf({ selections }: SelectionSetNode): number {
    const depths = selections.map((node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = context.getFragment(node.name.value);
        return fragment ? depthOfFragment(fragment) : 0;
      }
      if (node.kind === Kind.INLINE_FRAGMENT) return depthOf(node.selectionSet);
      const depth = 1 + (node.selectionSet ? depthOf(node.selectionSet) : 0);
      if (!isIntrospection(node)) return depth;
      introspected = Math.max(introspected, depth);
      return 1;
    });
    return Math.max(0, ...depths);
  }

  return {
    OperationDefinition({ selectionSet }) {
      if (depthOf(selectionSet) > DEPTH_MAX || introspected > INTROSPECTION_DEPTH_MAX) {
        context.reportError(
          refusal(`The document is nested deeper than ${DEPTH_MAX}.`, 'DEPTH_LIMIT'),
        );
      }
    },
  };
};

/** Refuses documents with more than {@link ALIASES_MAX} aliases. */
export const limitAliases: ValidationRule = (context: ValidationContext): ASTVisitor => {
  let aliases = 0;
  return {
    Field(node) {
      if (node.alias && ++aliases === ALIASES_MAX + 1) {
        context.reportError(
          refusal(`The document has more than ${ALIASES_MAX} aliases.`, 'COST_LIMIT'),
        );
      }
    },
  };
};

/** Allows one mutation field a document: a write is one transaction. Source: DESIGN.md §4. */
export const oneMutationField: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition({ operation, selectionSet }) {
    if (operation !== OperationTypeNode.MUTATION) return;
    const [first, ...more] = selectionSet.selections;
    if (more.length > 0 || (first && first.kind !== Kind.FIELD)) {
      context.reportError(refusal('A document has one mutation field.', 'BAD_USER_INPUT'));
    }
  },
});
