import { useQuery } from '@urql/vue';
import { computed } from 'vue';
import { useLanguage } from '../../composables/language.ts';
import { graphql } from '../../gql/gql.ts';

const rights = graphql(`
  query Rights($language: Language!) {
    rights {
      id
      roles
      text(language: $language)
    }
  }
`);
const agencies = graphql(`
  query Agencies {
    agencies {
      id
      region
      name
    }
  }
`);

/** Every right with the roles that hold it, in words. */
export function useRights() {
  const { graphLanguage } = useLanguage();
  return useQuery({
    query: rights,
    variables: computed(() => ({ language: graphLanguage.value })),
  });
}

/** Agencies of the regions of who works here. */
export function useAgencies() {
  return useQuery({ query: agencies });
}
