import { useClientHandle } from '@urql/vue';
import { onScopeDispose, ref, watch, type Ref } from 'vue';
import { graphql } from '../gql/gql.ts';
import { IN_BACKGROUND } from '../graph.ts';
import { useViewer } from '../viewer.ts';
import { useRegionScope } from './region-scope.ts';

const EVERY_MS = 30_000;

const declarations = graphql(`
  query WaitingDeclarations($region: ID) {
    declarations(region: $region, first: 1) {
      totalCount
    }
  }
`);
const registrations = graphql(`
  query WaitingRegistrations($region: ID) {
    registrations(region: $region, first: 1) {
      totalCount
    }
  }
`);

const asked = ref(0);

/** Has the counts of the navigation asked again: something was decided. */
export function countAgain(): void {
  asked.value += 1;
}

/** How many items wait in each queue, by the name of its page. Asked by itself every 30 seconds. */
export function useWaiting(): { readonly counts: Ref<Readonly<Record<string, number | null>>> } {
  const { client } = useClientHandle();
  const { can } = useViewer();
  const { filter } = useRegionScope();
  const counts = ref<Record<string, number | null>>({});
  async function ask(): Promise<void> {
    const region = filter.value;
    if (can('declaration:review')) {
      const { data } = await client.query(declarations, { region }, IN_BACKGROUND).toPromise();
      if (data) counts.value['declarations'] = data.declarations.totalCount ?? null;
    }
    if (can('registration:review')) {
      const { data } = await client.query(registrations, { region }, IN_BACKGROUND).toPromise();
      if (data) counts.value['registrations'] = data.registrations.totalCount ?? null;
    }
  }

  watch([filter, asked], () => void ask(), { immediate: true });
  const timer = setInterval(() => void ask(), EVERY_MS);
  onScopeDispose(() => {
    clearInterval(timer);
  });
  return { counts };
}
