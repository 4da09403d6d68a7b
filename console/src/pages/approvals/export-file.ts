import type { Client, CombinedError } from '@urql/vue';
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

/** A page of an export. */
export type ExportedPage = ExportedPageQuery['exportedResidents'];
/** One row of an export. */
export type ExportedRow = ExportedPage['nodes'][number];

/** Fetches the page after a cursor; null: the first. */
export type FetchPage = (
  after: string | null,
) => Promise<{ readonly page: ExportedPage } | { readonly error: CombinedError | undefined }>;

/** Fetches the export that was approved as a proposal. */
export function fetchFrom(client: Client, proposal: () => string): FetchPage {
  return async (after) => {
    const { data, error } = await client.query(query, { proposal: proposal(), after }).toPromise();
    return data ? { page: data.exportedResidents } : { error };
  };
}

/**
 * Fetches an approved export page by page. What was fetched lies in this page's memory until the
 * file is saved or the page is left; after a stop it goes on where it was, with the page that was
 * under way.
 */
export function useExport(fetchPage: FetchPage) {
  const rows = shallowRef<readonly ExportedRow[]>([]);
  const total = ref<number | null>(null);
  const state = ref<'idle' | 'fetching' | 'stopped' | 'done'>('idle');
  const error = shallowRef<CombinedError>();
  let after: string | null = null;
  let running = false;
  let left = false;

  onScopeDispose(() => {
    left = true;
    rows.value = [];
  });
  const wanted = () => state.value === 'fetching' && !left;

  async function fetchMissing(): Promise<readonly ExportedRow[] | null> {
    while (wanted()) {
      const answer = await fetchPage(after);
      if (left) return null;
      if ('error' in answer) {
        error.value = answer.error;
        state.value = 'stopped';
        return null;
      }
      const { nodes, pageInfo, totalCount } = answer.page;
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

  /**
   * Fetches what is missing; the rows once all are there. Null when it stopped before, and where it
   * goes on after a stop while a page is under way: they are given to who began it.
   */
  async function fetchAll(): Promise<readonly ExportedRow[] | null> {
    state.value = 'fetching';
    error.value = undefined;
    if (running) return null;
    running = true;
    return fetchMissing().finally(() => (running = false));
  }

  return {
    ...{ state, error, total, fetchAll },
    fetched: computed(() => rows.value.length),
    stop(): void {
      if (state.value === 'fetching') state.value = 'stopped';
    },
  };
}
