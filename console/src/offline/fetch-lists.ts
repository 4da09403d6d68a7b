import type { Client } from '@urql/vue';
import { graphql } from '../gql/gql.ts';
import { IN_BACKGROUND } from '../graph.ts';
import { answerWithin } from './answer-within.ts';
import { bytesOfBase64 } from './base64.ts';
import type { ListKind } from './kept-lists.ts';
import type { OfferedLists } from './list-keeper.ts';

const query = graphql(`
  query OfflineLists($region: ID!, $have: [String!]!) {
    offlineLists(region: $region, have: $have) {
      region
      trustRoots {
        environment
        threshold
        keys
      }
      trustList {
        etag
        body
      }
      terms {
        etag
        body
      }
      agreements {
        etag
        body
      }
      statements {
        etag
        body
      }
      statusLists {
        etag
        body
      }
    }
    regions {
      id
      ZH_HANS: name(language: ZH_HANS)
      ZH_HANT: name(language: ZH_HANT)
      EN: name(language: EN)
    }
  }
`);

interface Offered {
  readonly etag: string;
  readonly body?: string | null;
}

/** Longest that a fetch may take; the first one brings everything. */
const PATIENCE_MS = 30_000;

/** Asks the gateway for lists by itself: that keeps no session awake. @throws {Error} */
export function listFetcher(client: Client) {
  return async (place: string, have: readonly string[]): Promise<OfferedLists> => {
    const source = client.query(query, { region: place, have: [...have] }, IN_BACKGROUND);
    const { data, error } = (await answerWithin(source, PATIENCE_MS)) ?? {};
    if (!data) throw error ?? new Error('Nothing was said of lists.');
    const { offlineLists: offered, regions } = data;
    const { environment, threshold, keys } = offered.trustRoots;
    const all = (kind: ListKind, lists: readonly Offered[]) =>
      lists.map(({ etag, body }) => ({ kind, etag, bytes: body ? bytesOfBase64(body) : null }));
    return {
      region: offered.region,
      roots: { environment: environment === 'production' ? environment : 'demo', threshold, keys },
      names: Object.fromEntries(regions.map(({ id, ...names }) => [id, names])),
      lists: [
        ...all('trustList', offered.trustList ? [offered.trustList] : []),
        ...all('terms', offered.terms),
        ...all('agreements', offered.agreements),
        ...all('statements', offered.statements),
        ...all('statusLists', offered.statusLists),
      ],
    };
  };
}
