import { useMutation, useQuery, type CombinedError } from '@urql/vue';
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import { useNow } from '../../composables/now.ts';
import { graphql } from '../../gql/gql.ts';
import { useViewer } from '../../viewer.ts';

const query = graphql(`
  query HealthRecordOpen($id: ID!) {
    resident(id: $id) {
      id
      healthRecordOpenUntil
    }
  }
`);
const mutation = graphql(`
  mutation OpenHealthRecord($input: OpenHealthRecordInput!) {
    openHealthRecord(input: $input) {
      until
    }
  }
`);

/** Whether a person's health record is open for who works here. */
export interface HealthRecord {
  /** `unseen`: not within one's rights; `asking`: not known yet. */
  readonly state: ComputedRef<'unseen' | 'asking' | 'closed' | 'open'>;
  /** Until when, while it is open. */
  readonly until: ComputedRef<string | null>;
  readonly error: Ref<CombinedError | undefined>;
  readonly opening: Ref<boolean>;
  readonly openError: Ref<CombinedError | undefined>;
  open(reason: string): Promise<void>;
  again(): void;
}

/** The health record of a resident: closed until it is opened with a reason, then for half an hour. */
export function useHealthRecord(residentId: () => string): HealthRecord {
  const seen = useViewer().can('health:read');
  const asked = useQuery({
    query,
    variables: computed(() => ({ id: residentId() })),
    pause: !seen,
  });
  const opened = useMutation(mutation);
  const openedUntil = ref<string | null>(null);
  const now = useNow(5_000);
  watch(residentId, () => (openedUntil.value = null));

  const until = computed(() => {
    const end = openedUntil.value ?? asked.data.value?.resident?.healthRecordOpenUntil ?? null;
    return end !== null && Date.parse(end) > now.value.getTime() ? end : null;
  });
  return {
    state: computed(() => {
      if (!seen) return 'unseen';
      if (until.value !== null) return 'open';
      return asked.data.value === undefined && !asked.error.value ? 'asking' : 'closed';
    }),
    until,
    error: asked.error,
    opening: opened.fetching,
    openError: opened.error,
    async open(reason) {
      const input = { residentId: residentId(), reason };
      const { data } = await opened.executeMutation({ input });
      openedUntil.value = data?.openHealthRecord.until ?? null;
    },
    again() {
      void asked.executeQuery();
    },
  };
}
