import { useClientHandle } from '@urql/vue';
import type { CascaderOption } from 'element-plus';
import { computed, reactive, ref, type ComputedRef, type Ref } from 'vue';
import { graphql } from '../../gql/gql.ts';
import { useRegionScope } from '../../composables/region-scope.ts';

/** A division to choose, with those below it as far as they were asked for. */
export interface DivisionChoice extends CascaderOption {
  code: string;
  name: string;
  /** Nothing is below it. */
  leaf: boolean;
  children: DivisionChoice[];
}

type Division = Pick<DivisionChoice, 'code' | 'name' | 'leaf'>;

/** The divisions of a scope, each level asked for when it is opened. */
export interface DivisionsBelow {
  readonly choices: ComputedRef<DivisionChoice[]>;
  /** Those below one that was opened did not come. */
  readonly failed: Ref<boolean>;
  open(code: string): Promise<void>;
  /** Asks again for what did not come. */
  again(): Promise<void>;
}

const query = graphql(`
  query DivisionsBelow($below: ID!) {
    divisions(below: $below, first: 100) {
      nodes {
        code
        name
        level
      }
    }
  }
`);

/** The divisions of the scope that the component stands in. */
export function useDivisionsBelow(): DivisionsBelow {
  const { client } = useClientHandle();
  const { all } = useRegionScope();
  const below = reactive(new Map<string, readonly Division[]>());
  const failed = ref(false);
  let opened = '';

  function choiceOf(one: Division): DivisionChoice {
    return { ...one, children: (below.get(one.code) ?? []).map(choiceOf) };
  }

  async function open(code: string): Promise<void> {
    opened = code;
    failed.value = false;
    if (below.has(code)) return;
    const { data } = await client.query(query, { below: code }).toPromise();
    if (data) {
      const nodes = data.divisions.nodes.map(({ code: own, name, level }) => ({
        ...{ code: own, name, leaf: level === 'COUNTY' },
      }));
      below.set(code, nodes);
    } else if (code === opened) failed.value = true;
  }

  return {
    failed,
    open,
    again: () => open(opened),
    choices: computed(() =>
      all.value.map(({ code, name }) => choiceOf({ code, name, leaf: false })),
    ),
  };
}
