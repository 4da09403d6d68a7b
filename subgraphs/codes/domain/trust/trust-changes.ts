import type { KeyUse, TrustedKey } from '../token/keys.ts';
import { REGION_ROLES, type TrustedRegion, type TrustList } from './trust-list.ts';

/** Kinds of change. */
export const TRUST_CHANGES = [
  ...(['REGION_ADDED', 'REGION_REMOVED', 'STATE', 'ROLES', 'NAMES', 'ENDPOINT'] as const),
  ...(['KEY_ADDED', 'KEY_REMOVED', 'KEY_WITHDRAWN', 'KEY_RETURNED', 'KEY_CHANGED'] as const),
] as const;

/** What a trust list changes against the one before, for those who sign it. */
export interface TrustChange {
  readonly kind: (typeof TRUST_CHANGES)[number];
  readonly region: string;
  /** What was there, and what will be; '' for nothing. */
  readonly from: string;
  readonly to: string;
  /** Of a change of a key. */
  readonly key?: {
    readonly kid: string;
    readonly use: KeyUse;
    readonly notBefore: Date;
    readonly notAfter: Date;
  };
}

function keyText({ use, notBefore, notAfter }: TrustedKey): string {
  return `${use} ${notBefore.toISOString()} ${notAfter.toISOString()}`;
}

function keyChange(before: TrustedKey | undefined, after: TrustedKey | undefined) {
  if (!before) return 'KEY_ADDED';
  if (!after) return 'KEY_REMOVED';
  if (before.state !== after.state) {
    return after.state === 'TERMINATED' ? 'KEY_WITHDRAWN' : 'KEY_RETURNED';
  }
  return keyText(before) === keyText(after) ? null : 'KEY_CHANGED';
}

function keyChanges(region: string, before: readonly TrustedKey[], after: readonly TrustedKey[]) {
  const kids = new Set([...before, ...after].map(({ kid }) => kid));
  return [...kids].flatMap((kid): TrustChange[] => {
    const [old, now] = [before, after].map((keys) => keys.find((key) => key.kid === kid));
    const kind = keyChange(old, now);
    const shown = now ?? old;
    if (!kind || !shown) return [];
    const { use, notBefore, notAfter } = shown;
    const [from, to] = [old, now].map((key) => (key ? `${keyText(key)} ${key.state}` : ''));
    const key = { kid, use, notBefore, notAfter };
    return [{ kind, region, from: from ?? '', to: to ?? '', key }];
  });
}

const TEXTS: Readonly<
  Record<'STATE' | 'ROLES' | 'NAMES' | 'ENDPOINT', (region: TrustedRegion) => string>
> = {
  STATE: ({ state }) => state,
  ROLES: ({ roles = REGION_ROLES }) => roles.join(' '),
  NAMES: ({ names }) => (names ? `${names.ZH_HANS} / ${names.ZH_HANT} / ${names.EN}` : ''),
  ENDPOINT: ({ endpoint = '' }) => endpoint,
};

function regionChanges(before: TrustedRegion | undefined, after: TrustedRegion | undefined) {
  const region = (after ?? before)?.region ?? '';
  const keys = keyChanges(region, before?.keys ?? [], after?.keys ?? []);
  if (!before || !after) {
    const shown = (one: TrustedRegion | undefined) => (one ? TEXTS.NAMES(one) : '');
    const kind = after ? ('REGION_ADDED' as const) : ('REGION_REMOVED' as const);
    return [{ kind, region, from: shown(before), to: shown(after) }, ...keys];
  }
  const kinds = ['STATE', 'ROLES', 'NAMES', 'ENDPOINT'] as const;
  const own = kinds.flatMap((kind): TrustChange[] => {
    const [from, to] = [TEXTS[kind](before), TEXTS[kind](after)];
    return from === to ? [] : [{ kind, region, from, to }];
  });
  return [...own, ...keys];
}

/** Everything that a list changes, region by region. */
export function changesBetween(before: TrustList | null, after: TrustList): TrustChange[] {
  const all = [...(before?.regions ?? []), ...after.regions];
  const ids = [...new Set(all.map(({ region }) => region))].toSorted();
  return ids.flatMap((id) => {
    const [old, now] = [before?.regions ?? [], after.regions].map((regions) =>
      regions.find(({ region }) => region === id),
    );
    return regionChanges(old, now);
  });
}

/** Why nobody should sign a list after another. */
export type DraftFault =
  'VERSION' | 'ENVIRONMENT' | 'TIMES' | 'SHARED_KEY' | 'KEY_RETURNED' | 'SUNSET';

/**
 * What is wrong with a draft, whoever made it: it does not come next, is of another environment,
 * is over, gives one key to two regions, or brings back what was withdrawn or has ended.
 */
export function draftFaults(before: TrustList | null, after: TrustList, now: Date): DraftFault[] {
  const changes = changesBetween(before, after);
  const kids = after.regions.flatMap(({ keys }) => keys.map(({ kid }) => kid));
  const back = changes.some(({ kind, from }) => kind === 'STATE' && from === 'SUNSET');
  const found: Readonly<Record<DraftFault, boolean>> = {
    VERSION: after.version !== (before?.version ?? 0) + 1,
    ENVIRONMENT: before !== null && before.environment !== after.environment,
    TIMES: after.expiresAt <= now || (before !== null && after.issuedAt < before.issuedAt),
    SHARED_KEY: new Set(kids).size !== kids.length,
    KEY_RETURNED: changes.some(({ kind }) => kind === 'KEY_RETURNED'),
    SUNSET: back,
  };
  const order = [
    'VERSION',
    'ENVIRONMENT',
    'TIMES',
    'SHARED_KEY',
    'KEY_RETURNED',
    'SUNSET',
  ] as const;
  return order.filter((fault) => found[fault]);
}
