import { useQuery } from '@urql/vue';
import { computed } from 'vue';
import { useLanguage } from '../../composables/language.ts';
import { readFragment } from '../../gql/fragment-masking.ts';
import { editions, policyRule, type PolicyVersion } from './policy-queries.ts';
import type { Rule } from './rules.ts';

/** What a new version may start from: a national edition, or a version of the region. */
export interface StartPoint {
  readonly id: string;
  readonly name: string;
  /** Where an edition is written down. */
  readonly source: string | null;
  readonly rules: readonly Rule[];
}

/** Everything that a new version may start from, national editions first. */
export function useStartPoints(
  versions: () => readonly PolicyVersion[],
  nameOf: (version: number) => string,
) {
  const { graphLanguage } = useLanguage();
  const asked = useQuery({
    query: editions,
    variables: computed(() => ({ language: graphLanguage.value })),
  });
  const national = computed((): StartPoint[] =>
    (asked.data.value?.nationalPolicies ?? []).map(({ id, name, source, validFromOn, rules }) => ({
      ...{ id: `national ${id}`, name: `${name} · ${validFromOn}`, source },
      rules: readFragment(policyRule, rules),
    })),
  );
  const own = computed((): StartPoint[] =>
    versions().map(({ version, rules }) => ({
      ...{ id: `own ${version}`, name: nameOf(version), source: null },
      rules: readFragment(policyRule, rules),
    })),
  );
  return {
    ...{ national, own, error: asked.error },
    find: (id: string) => [...national.value, ...own.value].find((one) => one.id === id) ?? null,
  };
}
