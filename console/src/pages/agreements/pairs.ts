import type { CodeLook } from '../../format/code-look.ts';
import type { Agreement } from './agreement-queries.ts';

/** A region as the page names it. */
export interface NamedRegion {
  readonly id: string;
  readonly name: string;
}

/** Who accepts whom, with all versions of it, the newest first. */
export interface Pair {
  /** Receiver and issuer, such as `510000-330000`. */
  readonly id: string;
  readonly receiver: NamedRegion;
  readonly issuer: NamedRegion;
  readonly versions: readonly Agreement[];
  /** What is in force, else what is to come or offered; null: nothing of it counts. */
  readonly shown: Agreement | null;
  /** The newest that is to come, or waits for the issuer; null when there is none. */
  readonly pending: Agreement | null;
}

const OURS = ['GREEN', 'YELLOW', 'RED'] as const;
const WEEK_MS = 7 * 86_400_000;

/** Id of a pair. */
export function pairId(receiver: string, issuer: string): string {
  return `${receiver}-${issuer}`;
}

/** The versions of each pair together. */
export function pairsOf(all: readonly Agreement[]): readonly Pair[] {
  const groups = Map.groupBy(all, ({ receiver, issuer }) => pairId(receiver.id, issuer.id));
  return [...groups].flatMap(([id, versions]) => {
    const [newest] = versions;
    if (!newest) return [];
    const { receiver, issuer } = newest;
    const pending =
      versions.find(({ state }) => state === 'SCHEDULED' || state === 'OFFERED') ?? null;
    const shown = versions.find(({ state }) => state === 'IN_FORCE') ?? pending;
    return [{ id, receiver, issuer, versions, shown, pending }];
  });
}

/** Regions that stand in agreements, in the order of their codes. */
export function regionsOf(pairs: readonly Pair[]): readonly NamedRegion[] {
  const known = new Map(
    pairs.flatMap(({ receiver, issuer }) => [receiver, issuer]).map((one) => [one.id, one]),
  );
  return [...known.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Colors of the issuer that terms say something of: our three, then its further ones. */
export function issuedColors({ colorMap }: Pick<Agreement, 'colorMap'>): readonly string[] {
  return [...new Set([...OURS, ...colorMap.map(({ issued }) => issued)])];
}

/** What an issued color looks like where it is presented; what no rule says is looked at by hand. */
export function lookHere(
  { mode, colorMap }: Pick<Agreement, 'mode' | 'colorMap'>,
  issued: string,
): CodeLook {
  if (mode !== 'DIRECT') return 'CROSS_CHECK';
  return colorMap.find((one) => one.issued === issued)?.color ?? 'CROSS_CHECK';
}

/** What green, yellow and red become. */
export function looksHere(terms: Pick<Agreement, 'mode' | 'colorMap'>): readonly CodeLook[] {
  return OURS.map((issued) => lookHere(terms, issued));
}

/** Whether what is in force ends within a week and nothing follows it. */
export function endsSoon({ shown, pending }: Pair, now: Date): boolean {
  if (shown?.state !== 'IN_FORCE' || pending?.state === 'SCHEDULED') return false;
  return Date.parse(shown.validTo) - now.getTime() < WEEK_MS;
}
