import { LIST_KINDS, type AboutLists, type KeptList, type TrustRoots } from './kept-lists.ts';

// What a device stores may be of another version, or changed by hand: it is looked at before use.

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Roots as they were stored; null when they are none. */
export function rootsIn(value: unknown): TrustRoots | null {
  const environment = field(value, 'environment');
  const threshold = field(value, 'threshold');
  const keys = field(value, 'keys');
  if (environment !== 'production' && environment !== 'demo') return null;
  if (typeof threshold !== 'number' || !Array.isArray(keys)) return null;
  return { environment, threshold, keys: keys.map(String) };
}

/** What stands beside lists as it was stored; null when it is nothing of that. */
export function aboutIn(value: unknown): AboutLists | null {
  const region = textOf(field(value, 'region'));
  const fetchedAt = field(value, 'fetchedAt');
  const given = field(value, 'names');
  if (region === null || !(fetchedAt instanceof Date)) return null;
  const names = Object.entries(typeof given === 'object' && given ? given : {}).map(
    ([id, name]) => {
      const of = (language: string) => textOf(field(name, language)) ?? id;
      return [id, { ZH_HANS: of('ZH_HANS'), ZH_HANT: of('ZH_HANT'), EN: of('EN') }] as const;
    },
  );
  return { region, fetchedAt, names: Object.fromEntries(names) };
}

/** Lists as they were stored, without what is none. */
export function listsIn(values: readonly unknown[]): KeptList[] {
  return values.flatMap((value) => {
    const kind = LIST_KINDS.find((one) => one === field(value, 'kind'));
    const etag = textOf(field(value, 'etag'));
    const bytes = field(value, 'bytes');
    return kind && etag !== null && bytes instanceof Uint8Array ? [{ kind, etag, bytes }] : [];
  });
}
