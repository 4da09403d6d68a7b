import { KEY_USES, type TrustedKey } from '../token/keys.ts';
import { isForgotten } from './key-rules.ts';
import { LIST_DAYS_MAX, type TrustedRegion, type TrustList } from './trust-list.ts';
import type { TrustUpload } from './trust-upload.ts';

const DAY_MS = 86_400_000;

/** What the next trust list is made of. */
export interface DraftParts {
  /** The last signed list; null before the first. */
  readonly last: TrustList | null;
  readonly environment: TrustList['environment'];
  /** Accepted uploads, one a region. */
  readonly uploads: readonly TrustUpload[];
  /** Keys that the authority withdrew. */
  readonly withdrawn: readonly { readonly region: string; readonly kid: string }[];
  /** Regions that issue no more. */
  readonly sunset: readonly string[];
  readonly now: Date;
  /** Life of the list, in days, at most {@link LIST_DAYS_MAX}. */
  readonly days: number;
}

function byUse(a: TrustedKey, b: TrustedKey): number {
  const use = KEY_USES.indexOf(a.use) - KEY_USES.indexOf(b.use);
  const begin = a.notBefore.getTime() - b.notBefore.getTime();
  return use || begin || (a.kid < b.kid ? -1 : 1);
}

/** An upload says what is new; a key is never taken away by not being named, only withdrawn. */
function merged(listed: TrustedRegion | undefined, upload: TrustUpload | undefined) {
  if (!upload) return listed;
  const { region, roles, state, keys, names, endpoint } = upload;
  const kept = (listed?.keys ?? []).filter(({ kid }) => !keys.some((key) => key.kid === kid));
  return {
    ...{ region, state, keys: [...keys, ...kept], names },
    ...(roles && { roles }),
    ...(endpoint !== undefined && { endpoint }),
  };
}

/**
 * The next trust list: the last one with what was uploaded, withdrawn and ended since. Not signed
 * yet. Source: DESIGN.md §6, Trust list.
 */
export function draftTrustList(parts: DraftParts): TrustList {
  const { last, environment, uploads, withdrawn, sunset, now, days } = parts;
  const gone = new Set(withdrawn.map(({ region, kid }) => `${region} ${kid}`));
  const ids = [...(last?.regions ?? []), ...uploads].map(({ region }) => region);
  const issuedAt = new Date(Math.floor(now.getTime() / 1_000) * 1_000);

  function next(id: string): TrustedRegion[] {
    const listed = last?.regions.find(({ region }) => region === id);
    const region = merged(
      listed,
      uploads.find((upload) => upload.region === id),
    );
    if (!region) return [];
    const was = (listed?.keys ?? []).filter(({ state }) => state === 'TERMINATED');
    const isGone = (kid: string) => gone.has(`${id} ${kid}`) || was.some((key) => key.kid === kid);
    const keys = region.keys
      .filter((key) => !isForgotten(key, now))
      .map((key) => (isGone(key.kid) ? { ...key, state: 'TERMINATED' as const } : key))
      .toSorted(byUse);
    const over = sunset.includes(id) || listed?.state === 'SUNSET';
    return [{ ...region, keys, state: over ? 'SUNSET' : region.state }];
  }

  return {
    version: (last?.version ?? 0) + 1,
    ...{ environment, issuedAt },
    expiresAt: new Date(issuedAt.getTime() + Math.min(days, LIST_DAYS_MAX) * DAY_MS),
    regions: [...new Set(ids)].toSorted().flatMap(next),
  };
}
