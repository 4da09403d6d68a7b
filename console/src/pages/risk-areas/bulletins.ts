import { useQuery } from '@urql/vue';
import { computed, onScopeDispose } from 'vue';
import { graphql } from '../../gql/gql.ts';
import type { BulletinListQuery } from '../../gql/graphql.ts';
import { IN_BACKGROUND } from '../../graph.ts';

const query = graphql(`
  query BulletinList($after: String) {
    bulletins(first: 20, after: $after) {
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        publishedAt
        importedAt
        importedBy
        state
        acceptedAt
        counts {
          high
          medium
          low
        }
        lifted
        raised
        holds
        unresolved {
          name
          division
          areas
        }
        proposalId
        progress {
          done
          total
          exposures
          ended
        }
      }
    }
  }
`);

/** A bulletin as the pages show it. */
export type Bulletin = BulletinListQuery['bulletins']['nodes'][number];

const EVERY_MS = 3_000;

/** A page of bulletins, asked again by itself while stays are being compared with one of them. */
export function useBulletins(after: () => string | null) {
  const asked = useQuery({ query, variables: computed(() => ({ after: after() })) });
  const busy = computed(() =>
    asked.data.value?.bulletins.nodes.some(({ progress }) => progress?.ended === false),
  );
  const timer = setInterval(() => {
    if (busy.value) void asked.executeQuery(IN_BACKGROUND);
  }, EVERY_MS);
  onScopeDispose(() => {
    clearInterval(timer);
  });
  return asked;
}
