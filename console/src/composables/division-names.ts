import { useClientHandle } from '@urql/vue';
import { reactive, watch } from 'vue';
import { graphql } from '../gql/gql.ts';

const query = graphql(`
  query DivisionName($code: ID!) {
    division(code: $code) {
      code
      name
    }
  }
`);

/** Names of divisions by code; the book of GB/T 2260 does not change while a page is open. */
const known = reactive(new Map<string, string>());

/** Names of the divisions a component shows; a code stands for itself until its name is there. */
export function useDivisionNames(
  codes: () => readonly string[] | undefined,
): (code: string) => string {
  const { client } = useClientHandle();
  watch(
    codes,
    (wanted = []) => {
      for (const code of new Set(wanted)) {
        if (known.has(code)) continue;
        known.set(code, code);
        void client
          .query(query, { code })
          .toPromise()
          .then(({ data }) => {
            if (data?.division) known.set(code, data.division.name);
            else known.delete(code);
          });
      }
    },
    { immediate: true },
  );
  return (code) => known.get(code) ?? code;
}
