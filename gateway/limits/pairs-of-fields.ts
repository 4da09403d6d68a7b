import {
  Kind,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What stands in one place once fragments are written out. */
interface Place {
  /** How often each name of the answer is asked for there. */
  readonly times: Map<string, number>;
  /** What is asked of each. */
  readonly below: Map<string, SelectionSetNode[]>;
  readonly fragments: Set<string>;
}

/** Pairs that can be made of so many. */
const pairsOf = (count: number) => (count * (count - 1)) / 2;

/**
 * Counts the pairs of a definition that validation compares: each two fields that are one in the answer, and each two
 * fragments that stand in one place. Counts no further than `most`, and looks at no more than
 * `selections` fields: fragments that go round in a circle are for validation to refuse.
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
      into.times.set(key, (into.times.get(key) ?? 0) + 1);
      const below = into.below.get(key) ?? [];
      if (node.selectionSet) into.below.set(key, [...below, node.selectionSet]);
    }
  }

  function count(sets: readonly SelectionSetNode[]): void {
    const place: Place = { times: new Map(), below: new Map(), fragments: new Set() };
    for (const set of sets) collect(set, place);
    pairs += pairsOf(place.fragments.size);
    for (const times of place.times.values()) pairs += pairsOf(times);
    for (const below of place.below.values()) {
      if (pairs > most || left < 0) return;
      count(below);
    }
  }

  count([selectionSet]);
  return pairs;
}
