import {
  Client,
  fetchExchange,
  makeOperation,
  mapExchange,
  type CombinedError,
  type Exchange,
  type Operation,
} from '@urql/vue';

/** Where the pages ask: with the session's cookie, by hashes of trusted documents only. */
const DOOR = '/console/graphql';

function hashOf({ query }: Operation): string | undefined {
  const meta: unknown = '__meta__' in query ? query.__meta__ : undefined;
  const hash = typeof meta === 'object' && meta && 'hash' in meta ? meta.hash : undefined;
  return typeof hash === 'string' ? hash : undefined;
}

/** Sends the hash of a document in place of its text. */
const byHash: Exchange = mapExchange({
  onOperation(operation) {
    const sha256Hash = hashOf(operation);
    if (sha256Hash === undefined) return operation;
    const persistedQuery = { version: 1 as const, sha256Hash };
    return { ...operation, extensions: { ...operation.extensions, persistedQuery } };
  },
});

const HEADERS = { 'x-tongma-console': '1' };
const PURPOSE_HEADER = 'tongma-purpose';

/** Says with every operation what it is for, where an official asks. */
function saying(purposeOf: () => string | null): Exchange {
  return mapExchange({
    onOperation(operation) {
      const purpose = purposeOf();
      if (purpose === null) return operation;
      const { context } = operation;
      const given =
        typeof context.fetchOptions === 'function' ? context.fetchOptions() : context.fetchOptions;
      const headers = {
        ...HEADERS,
        ...Object.fromEntries(new Headers(given?.headers)),
        [PURPOSE_HEADER]: purpose,
      };
      const fetchOptions = { ...given, headers };
      return makeOperation(operation.kind, operation, { ...context, fetchOptions });
    },
  });
}

/** For what a page asks by itself: it keeps no session awake. */
export const IN_BACKGROUND = {
  requestPolicy: 'network-only',
  fetchOptions: { headers: { ...HEADERS, 'x-tongma-background': '1' } },
} as const;

/** For what is sent while a page is being left. */
export const KEPT_ALIVE = { fetchOptions: { headers: HEADERS, keepalive: true } } as const;

/** Names an attempt to do something: what is sent again under its key is not done again for a day. */
export function asAttempt(key: string) {
  return { fetchOptions: { headers: { ...HEADERS, 'idempotency-key': key } } };
}

/** Code of a refusal, closed list of the API; NETWORK when nothing answered. */
export function codeOf(error: CombinedError): string {
  const code: unknown = error.graphQLErrors[0]?.extensions['code'];
  if (typeof code === 'string') return code;
  return 'NETWORK';
}

/** Number by which an operator finds a failed request; null when none reached a server. */
export function requestIdOf(error: CombinedError): string | null {
  const id: unknown = error.graphQLErrors[0]?.extensions['requestId'];
  return typeof id === 'string' ? id.slice(0, 8) : null;
}

/** Input fields a refusal is about, without the leading `input.`. */
export function fieldsOf(error: CombinedError): string[] {
  const fields: unknown = error.graphQLErrors[0]?.extensions['fields'];
  return Array.isArray(fields) ? fields.map((field) => String(field).replace(/^input\./, '')) : [];
}

/**
 * The graph as a page reaches it. `onSignedOut` runs when the session has ended, `onOldSignIn` when
 * it began too long ago for what was asked; `purposeOf` gives what an official looks at people for.
 */
export function createGraph(
  onSignedOut: () => void,
  purposeOf: () => string | null = () => null,
  onOldSignIn: () => void = () => undefined,
): Client {
  return new Client({
    url: DOOR,
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetchOptions: { headers: HEADERS, credentials: 'same-origin' },
    exchanges: [
      byHash,
      saying(purposeOf),
      mapExchange({
        onError(error) {
          const code = codeOf(error);
          if (code === 'UNAUTHENTICATED') onSignedOut();
          if (code === 'STEP_UP_REQUIRED') onOldSignIn();
        },
      }),
      fetchExchange,
    ],
  });
}

const SIGN_OUT_MS = 15_000;

/** Ends the session at the gateway; false when that was not confirmed: it may still live. */
export async function signOut(): Promise<boolean> {
  const signal = AbortSignal.timeout(SIGN_OUT_MS);
  const answer = await fetch('/sign-out', { method: 'POST', headers: HEADERS, signal }).catch(
    () => null,
  );
  return answer?.ok ?? false;
}
