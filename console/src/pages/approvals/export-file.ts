import { useClientHandle, type CombinedError } from '@urql/vue';
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { graphql } from '../../gql/gql.ts';
import type { ExportedPageQuery } from '../../gql/graphql.ts';

const query = graphql(`
  query ExportedPage($proposal: ID!, $after: String) {
    exportedResidents(proposal: $proposal, first: 100, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        name
        documentNumber
        phone
        resident {
          id
          documentType
          birthDate
          division {
            code
            name
          }
        }
      }
    }
  }
`);

/** One row of an export. */
export type ExportedRow = ExportedPageQuery['exportedResidents']['nodes'][number];

/**
 * Fetches an approved export page by page. What was fetched lies in this page's memory until the
 * file is saved or the page is left; after a stop it goes on where it was.
 */
export function useExport(proposal: () => string) {
  const { client } = useClientHandle();
  const rows = shallowRef<readonly ExportedRow[]>([]);
  const total = ref<number | null>(null);
  const state = ref<'idle' | 'fetching' | 'stopped' | 'done'>('idle');
  const error = shallowRef<CombinedError>();
  let after: string | null = null;
  let left = false;

  onScopeDispose(() => {
    left = true;
    rows.value = [];
  });
  const wanted = () => state.value === 'fetching' && !left;

  /** Fetches what is missing; the rows once all are there, null when it stopped before. */
  async function fetchAll(): Promise<readonly ExportedRow[] | null> {
    if (state.value === 'fetching') return null;
    state.value = 'fetching';
    error.value = undefined;
    while (wanted()) {
      const answer = await client.query(query, { proposal: proposal(), after }).toPromise();
      if (left) return null;
      if (!answer.data) {
        error.value = answer.error;
        state.value = 'stopped';
        return null;
      }
      const { nodes, pageInfo, totalCount } = answer.data.exportedResidents;
      rows.value = [...rows.value, ...nodes];
      total.value = totalCount ?? total.value;
      after = pageInfo.endCursor ?? after;
      if (pageInfo.hasNextPage) continue;
      const all = rows.value;
      state.value = 'done';
      total.value = all.length;
      // It is on its way into a file: nothing of it stays here.
      rows.value = [];
      after = null;
      return all;
    }
    return null;
  }

  return {
    ...{ state, error, total, fetchAll },
    fetched: computed(() => rows.value.length),
    stop(): void {
      if (state.value === 'fetching') state.value = 'stopped';
    },
  };
}
