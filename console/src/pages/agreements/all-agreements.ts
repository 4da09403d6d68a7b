import { useClientHandle, type CombinedError } from '@urql/vue';
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { useLanguage } from '../../composables/language.ts';
import { readFragment } from '../../gql/fragment-masking.ts';
import { agreements, agreementTerms, type Agreement } from './agreement-queries.ts';

/** All agreements, page after page: the picture of who accepts whom needs every one. */
export function useAllAgreements() {
  const { client } = useClientHandle();
  const { graphLanguage } = useLanguage();
  const data = shallowRef<readonly Agreement[]>();
  const error = shallowRef<CombinedError>();
  const fetching = ref(true);
  let turn = 0;

  async function pageAfter(after: string | null) {
    const variables = { region: null, after, language: graphLanguage.value };
    return client.query(agreements, variables, { requestPolicy: 'network-only' }).toPromise();
  }

  async function again(): Promise<void> {
    turn += 1;
    const mine = turn;
    fetching.value = true;
    const found: Agreement[] = [];
    let after: string | null = null;
    do {
      const { data: page, error: failed } = await pageAfter(after);
      if (mine !== turn) return; // it was asked anew meanwhile
      error.value = failed;
      if (!page || failed) break;
      const { nodes, pageInfo } = page.agreements;
      found.push(...nodes.map((node) => readFragment(agreementTerms, node)));
      after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
      if (after === null) data.value = found;
    } while (after !== null);
    fetching.value = false;
  }

  watch(graphLanguage, () => void again(), { immediate: true });
  onScopeDispose(() => {
    turn += 1;
  });
  return { data, error, fetching, again };
}
