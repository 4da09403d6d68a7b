import {
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsIn, isIntrospection, isOfIntrospection } from '../execution/document-parts.ts';
import { pairsOfFields } from './pairs-of-fields.ts';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';

/**
 * Most selections of an ad-hoc operation once its fragments are written out, and of all definitions
 * of its document as they are written.
 */
export const SELECTIONS_MAX = 400;
/** Most root fields of an ad-hoc operation, behind fragments too. */
export const ROOT_FIELDS_MAX = 20;
/** Most directives at one place of an ad-hoc document. */
export const DIRECTIVES_AT_MAX = 4;
/** Most directives in an ad-hoc document. */
export const DIRECTIVES_MAX = 50;
/** Longest name of an operation, and longest alias, in characters. */
export const NAME_MAX = 128;
/** Most pairs of fields that are one in the answer, and of fragments in one place. */
export const PAIRS_MAX = 2_000;
/** Most lists of the schema that an ad-hoc document asks for; the usual query asks for nine. */
export const SCHEMA_LISTS_MAX = 12;
const LISTS_OF_SCHEMA: ReadonlySet<string> = new Set([
  ...['types', 'directives', 'fields', 'inputFields', 'args'],
  ...['interfaces', 'possibleTypes', 'enumValues'],
]);

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Adds up over what a selection set is when its fragments are written out; each fragment once. */
function writtenOut(fragments: Fragments, ofNode: (node: SelectionNode, below: number) => number) {
  const known = new Map<string, number>();

  function ofFragment(name: string): number {
    const sum = known.get(name);
    if (sum !== undefined) return sum;
    known.set(name, 0); // a cycle ends here; validation refuses it
    const own = ofSet(fragments.get(name)?.selectionSet);
    known.set(name, own);
    return own;
  }

  function ofSet(set: SelectionSetNode | undefined): number {
    return (set?.selections ?? []).reduce((sum, node) => {
      const below =
        node.kind === Kind.FRAGMENT_SPREAD ? ofFragment(node.name.value) : ofSet(node.selectionSet);
      return sum + ofNode(node, below);
    }, 0);
  }
  return ({ selectionSet }: OperationDefinitionNode) => ofSet(selectionSet);
}

function refuseName(what: string, name: string | undefined): void {
  if (name === undefined || name.length <= NAME_MAX) return;
  throw new DomainError('BAD_USER_INPUT', `${what} have at most ${NAME_MAX} characters.`);
}

/** Whether what stands below is told of the schema. */
function isOfSchema(node: ASTNode): boolean {
  if (node.kind === Kind.FRAGMENT_DEFINITION) return isOfIntrospection(node);
  return node.kind === Kind.FIELD && isIntrospection(node);
}

/** Refuses what no operation reaches too: validation takes the square of it. */
function refuseAsWritten(document: DocumentNode): void {
  let allDirectives = 0;
  let selections = 0;
  let lists = 0;
  let withinSchema = 0;
  visit(document, {
    enter(node) {
      const { directives = [] } = 'directives' in node ? node : {};
      allDirectives += directives.length;
      if (directives.length > DIRECTIVES_AT_MAX || allDirectives > DIRECTIVES_MAX) {
        throw new DomainError('COST_LIMIT', 'The document has too many directives.');
      }
      if (node.kind === Kind.SELECTION_SET) selections += node.selections.length;
      if (selections > SELECTIONS_MAX) {
        throw new DomainError(
          'COST_LIMIT',
          `The document selects more than ${SELECTIONS_MAX} times.`,
        );
      }
      if (node.kind === Kind.FIELD) {
        // An alias stands in the answer as often as a list is long.
        refuseName('Aliases', node.alias?.value);
        if (withinSchema > 0 && LISTS_OF_SCHEMA.has(node.name.value)) lists += 1;
        if (lists > SCHEMA_LISTS_MAX) {
          const message = `The document asks for more than ${SCHEMA_LISTS_MAX} lists of the schema.`;
          throw new DomainError('COST_LIMIT', message);
        }
      }
      if (isOfSchema(node)) withinSchema += 1;
    },
    leave(node) {
      if (isOfSchema(node)) withinSchema -= 1;
    },
  });
}

/** Each definition is compared within itself, used or not. */
function refusePairs({ definitions }: DocumentNode, fragments: Fragments): void {
  let pairs = 0;
  for (const definition of definitions) {
    if (!('selectionSet' in definition)) continue;
    pairs += pairsOfFields(definition, fragments, { most: PAIRS_MAX, selections: SELECTIONS_MAX });
    if (pairs <= PAIRS_MAX) continue;
    throw new DomainError('COST_LIMIT', 'The document asks for the same too often in one place.');
  }
}

/**
 * Refuses a document by its shape alone, in time linear in its length: before it is validated,
 * which takes the square of that, and before it is planned, which takes more.
 * @throws {DomainError} COST_LIMIT, BAD_USER_INPUT
 */
export function checkShape(document: DocumentNode): void {
  refuseAsWritten(document);
  const fragments = fragmentsIn(document);
  const selections = writtenOut(fragments, (_node, below) => 1 + below);
  const rootFields = writtenOut(fragments, ({ kind }, below) => (kind === Kind.FIELD ? 1 : below));
  for (const operation of document.definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
    refuseName('Names of operations', operation.name?.value);
    if (rootFields(operation) > ROOT_FIELDS_MAX) {
      throw new DomainError(
        'COST_LIMIT',
        `The document has more than ${ROOT_FIELDS_MAX} root fields.`,
      );
    }
    if (selections(operation) > SELECTIONS_MAX) {
      throw new DomainError(
        'COST_LIMIT',
        `The document selects more than ${SELECTIONS_MAX} times once its fragments are written out.`,
      );
    }
  }
  refusePairs(document, fragments);
}
