import {
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What stands in one place once fragments are written out. */
interface Place {
  /** By their names in the answer. */
  readonly fields: Map<string, FieldNode[]>;
  readonly fragments: Set<string>;
}

/** Pairs that can be made of so many. */
const pairsOf = (count: number) => (count * (count - 1)) / 2;

/**
 * Counts the pairs of a definition that validation compares: each two fields that are one in the answer,
 * and each two fragments that stand in one place. Counts no further than `most`, and looks at no more
 * than `selections` fields: fragments that go round in a circle are for validation to refuse.
 */
export function pairsOfFields(
  { selectionSet }: OperationDefinitionNode | FragmentDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  { most, selections: left }: { readonly most: number; readonly selections: number },
): number {
  let pairs = 0;

  function collect({ selections }: SelectionSetNode, into: Place): void {
    for (const node of selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet, into);
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const name = node.name.value;
        const fragment = into.fragments.has(name) ? undefined : fragments.get(name);
        into.fragments.add(name);
        if (fragment) collect(fragment.selectionSet, into);
      }
      if (node.kind !== Kind.FIELD) continue;
      left -= 1;
      const key = (node.alias ?? node.name).value;
      const same = into.fields.get(key) ?? [];
      same.push(node);
      into.fields.set(key, same);
    }
  }

  function count(sets: readonly SelectionSetNode[]): void {
    const place: Place = { fields: new Map(), fragments: new Set() };
    for (const set of sets) collect(set, place);
    pairs += pairsOf(place.fragments.size);
    for (const same of place.fields.values()) pairs += pairsOf(same.length);
    for (const same of place.fields.values()) {
      if (pairs > most || left < 0) return;
      count(same.flatMap(({ selectionSet: below }) => below ?? []));
    }
  }

  count([selectionSet]);
  return pairs;
}
