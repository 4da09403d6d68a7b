import { useClientHandle, type CombinedError } from '@urql/vue';
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { graphql } from '../../gql/gql.ts';
import type { VerifyChainQuery } from '../../gql/graphql.ts';

const query = graphql(`
  query VerifyChain($region: ID!, $from: Int!) {
    auditVerification(region: $region, from: $from) {
      verifiedTo
      entries
      expired
      erased
      total
      done
      fault {
        fault
        sequence
        checkpoint
      }
    }
  }
`);

/** The first thing that is wrong with a chain. */
export type ChainFault = NonNullable<VerifyChainQuery['auditVerification']['fault']>;

/** Verifies a region's chain part by part; it can be stopped, and ends when the page is left. */
export function useVerifying(region: () => string) {
  const { client } = useClientHandle();
  const state = ref<'idle' | 'verifying' | 'stopped' | 'good' | 'bad' | 'failed'>('idle');
  const verifiedTo = ref(0);
  const total = ref(0);
  const [expired, erased] = [ref(0), ref(0)];
  const fault = shallowRef<ChainFault | null>(null);
  const error = shallowRef<CombinedError>();
  let turn = 0;
  onScopeDispose(() => (turn += 1));

  async function verify(): Promise<void> {
    turn += 1;
    const mine = turn;
    state.value = 'verifying';
    for (const count of [verifiedTo, expired, erased]) count.value = 0;
    fault.value = null;
    error.value = undefined;
    for (let from = 1; ; from = verifiedTo.value + 1) {
      const answer = await client.query(query, { region: region(), from }).toPromise();
      if (mine !== turn) return;
      if (!answer.data) {
        error.value = answer.error;
        state.value = 'failed';
        return;
      }
      const part = answer.data.auditVerification;
      verifiedTo.value = part.verifiedTo;
      total.value = part.total;
      expired.value += part.expired;
      erased.value += part.erased;
      if (!part.done) continue;
      fault.value = part.fault ?? null;
      state.value = part.fault ? 'bad' : 'good';
      return;
    }
  }

  return {
    ...{ state, verifiedTo, total, expired, erased, fault, error, verify },
    busy: computed(() => state.value === 'verifying'),
    stop(): void {
      turn += 1;
      state.value = 'stopped';
    },
  };
}
