import { useMutation, useQuery } from '@urql/vue';
import { computed } from 'vue';
import { graphql } from '../gql/gql.ts';
import type { OfferConversionMutation } from '../gql/graphql.ts';
import { useLanguage } from './language.ts';
import { useNow } from './now.ts';
import { queryView } from './query-view.ts';

/** A text by which another region takes in a registration, with its picture. */
export type ConversionOffer = OfferConversionMutation['offerConversion'];

/** Regions that take in registrations of a region, and making the text for one of them. */
export function useConversionOffers(issuer: () => string) {
  const { graphLanguage } = useLanguage();
  const { data, error, fetching, executeQuery } = useQuery({
    query: graphql(`
      query ConvertingRegions($issuer: ID!, $language: Language!) {
        convertingRegions(issuer: $issuer) {
          id
          name(language: $language)
        }
      }
    `),
    variables: () => ({ issuer: issuer(), language: graphLanguage.value }),
  });
  const view = computed(() =>
    queryView(
      { data: data.value, error: error.value, fetching: fetching.value },
      ({ convertingRegions }) => convertingRegions,
    ),
  );
  const offering = useMutation(
    graphql(`
      mutation OfferConversion($input: OfferConversionInput!) {
        offerConversion(input: $input) {
          id
          receiver
          text
          svg
          expiresAt
        }
      }
    `),
  );
  const regions = computed(() => data.value?.convertingRegions ?? []);
  return {
    view,
    regions,
    offering,
    /** Name of a region, or its id where it has gone from the list. */
    nameOf: (region: string) => regions.value.find(({ id }) => id === region)?.name ?? region,
    askAgain: () => executeQuery({ requestPolicy: 'network-only' }),
  };
}

/** What shows an offer: its picture, and whether its time is over. */
export function useShownOffer(offer: () => ConversionOffer) {
  const now = useNow(1_000);
  return {
    picture: computed(() => `data:image/svg+xml;utf8,${encodeURIComponent(offer().svg)}`),
    over: computed(() => Date.parse(offer().expiresAt) <= now.value.getTime()),
  };
}
