import type { RouteLocationNormalized } from 'vue-router';
import type { ViewerHolder } from './viewer.ts';

/** Purposes of officials, in the order in which one is taken where a page says none. */
const OFFICIAL = ['REVIEW', 'CASE_WORK', 'APPEAL', 'SUPPORT', 'CORRECTION', 'AUDIT'];

/** What an official looks at people for on a page; null for who has no such purpose. */
export function purposeFor(
  { state }: Pick<ViewerHolder, 'state'>,
  { meta }: Pick<RouteLocationNormalized, 'meta'>,
): string | null {
  const viewer = state.value;
  if (typeof viewer === 'string') return null;
  const wanted = meta.purpose === undefined ? OFFICIAL : [meta.purpose, ...OFFICIAL];
  return wanted.find((purpose) => viewer.purposes.includes(purpose)) ?? null;
}
