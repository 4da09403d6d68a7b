import type { CombinedError } from '@urql/vue';
import { codeOf, requestIdOf } from '../graph.ts';

/** What a page shows of a query: one of five, each with a sentence of its own. */
export type QueryView<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly code: string; readonly requestId: string | null }
  | { readonly state: 'refused'; readonly code: string }
  | { readonly state: 'empty' }
  | { readonly state: 'ready'; readonly rows: T; readonly stale: boolean };

/** Refusals that trying again does not change. */
const REFUSALS = new Set([
  'FORBIDDEN',
  'SCOPE_MISSING',
  'REGION_OUT_OF_SCOPE',
  'PURPOSE_NOT_ALLOWED',
]);

/** The state of a query as urql gives it. */
export interface QueryState<D> {
  readonly data: D | undefined;
  readonly error: CombinedError | undefined;
  readonly fetching: boolean;
}

/**
 * What to show of a query. Data that came before stays while it is asked again or when that fails.
 * `pick` = null or an empty list: there is nothing.
 */
export function queryView<D, T>(
  { data, error, fetching }: QueryState<D>,
  pick: (data: D) => T | null | undefined,
): QueryView<T> {
  const picked = data === undefined ? undefined : pick(data);
  const nothing = picked == null || (Array.isArray(picked) && picked.length === 0);
  if (error && (data === undefined || nothing)) {
    const code = codeOf(error);
    if (REFUSALS.has(code)) return { state: 'refused', code };
    return { state: 'failed', code, requestId: requestIdOf(error) };
  }
  if (data === undefined) return { state: 'loading' };
  if (nothing) return { state: fetching ? 'loading' : 'empty' };
  return { state: 'ready', rows: picked, stale: error !== undefined };
}
