import type { LastRights, Rights } from './viewer.ts';

const KEY = 'tongma.verifying';
/** Without the gateway rights are good for this long. */
const GOOD_MS = 24 * 3_600_000;
/** Right of who recognizes codes: on their page alone this is used. */
const SCOPE = 'code:verify';

type Kept = Rights & { readonly seenAt: string };

/** Places and purposes of an account as text, and when they were seen; nothing says whose. */
export function keptText({ purposes, grants, regions }: Rights, now: Date): string {
  const plain = (divisions: Rights['grants']) =>
    divisions.map(({ code, name, level }) => ({ code, name, level }));
  const kept: Kept = {
    ...{ seenAt: now.toISOString(), purposes },
    ...{ grants: plain(grants), regions: plain(regions) },
  };
  return JSON.stringify(kept);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null || !('seenAt' in value)) return false;
  const lists = ['purposes', 'grants', 'regions'];
  const found = Object.entries(value).filter(
    ([key, list]) => lists.includes(key) && Array.isArray(list),
  );
  return typeof value.seenAt === 'string' && found.length === lists.length;
}

/** Rights of a text; null when it holds none, or the gateway was seen too long ago. */
export function rightsIn(text: string, now: Date): Rights | null {
  const kept = parsed(text);
  if (!isKept(kept)) return null;
  const age = now.getTime() - Date.parse(kept.seenAt);
  const { purposes, grants, regions } = kept;
  return age < GOOD_MS ? { purposes, grants, regions } : null;
}

/**
 * Rights of who last recognized codes on this device: places and purposes, no name, no account. They
 * let that page work with no network for a day; the gateway never asks for them.
 */
export function lastRights(now = () => new Date()): LastRights {
  return {
    read: () => rightsIn(localStorage.getItem(KEY) ?? '', now()),
    write(viewer) {
      if (viewer.scopes.includes(SCOPE)) localStorage.setItem(KEY, keptText(viewer, now()));
      else localStorage.removeItem(KEY);
    },
    clear: () => localStorage.removeItem(KEY),
  };
}
