import { RISK_LEVELS, type PerLevel, type RiskLevel } from './area.ts';

/** One entry of a list: a county and the communities that are listed in it. */
export interface PublishedEntry {
  readonly province: string;
  readonly city: string;
  readonly county: string;
  readonly communitys: readonly string[];
}

/** A bulletin as it is published; early ones have no low list. */
export interface PublishedBulletin {
  readonly end_update_time: string;
  readonly hcount: number;
  readonly mcount: number;
  readonly lcount?: number | undefined;
  readonly highlist: readonly PublishedEntry[];
  readonly middlelist: readonly PublishedEntry[];
  readonly lowlist?: readonly PublishedEntry[] | undefined;
}

/** A bulletin as it is understood. */
export interface Bulletin {
  /** Until when it is up to date; from then on its areas are what it says. */
  readonly publishedAt: Date;
  /** Keys of its areas, every one once. */
  readonly areas: ReadonlySet<string>;
  /** Communities that are listed; one that stands there twice counts twice, as in its own count. */
  readonly listed: PerLevel<number>;
  /** Counts that it gives itself; a low count that is not given says nothing. */
  readonly stated: PerLevel<number | null>;
  /** Entries that name a county and no community in it: something is missing there. */
  readonly hollow: number;
}

const INSTANT = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*(\d{1,2})\s*时\s*$/;
const OFFSET_H = 8;

/** The instant of "2022-12-02 08时" or "8时", in Asia/Shanghai; null when it is none. */
export function instantOf(text: string): Date | null {
  const parts = INSTANT.exec(text)?.slice(1).map(Number);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0] = parts;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  // A year below 100 becomes one of the twentieth century.
  const isYear = midnight.getUTCFullYear() === year;
  const isDay = isYear && midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  // 24 is how a day's last hour is written.
  return isDay && hour <= 24 ? new Date(Date.UTC(year, month - 1, day, hour - OFFSET_H)) : null;
}

/** What a list becomes, beside the areas that it adds. */
function readList(
  level: RiskLevel,
  entries: readonly PublishedEntry[],
  areas: Set<string>,
): { listed: number; hollow: number } {
  let [listed, hollow] = [0, 0];
  for (const { communitys, ...names } of entries) {
    const [province, city, county] = [names.province, names.city, names.county].map(plain);
    const above = `${level}\t${province ?? ''}\t${city ?? ''}\t${county ?? ''}\t`;
    let told = 0;
    for (const given of communitys) {
      const community = plain(given);
      if (community === '') continue;
      told += 1;
      areas.add(above + community);
    }
    if (told === 0 || told < communitys.length) hollow += 1;
    listed += told;
  }
  return { listed, hollow };
}

/** A name without blanks around it, and with one blank where several white ones stand. */
function plain(name: string): string {
  return /\s/.test(name) ? name.trim().replace(/\s+/g, ' ') : name;
}

/** Understands a bulletin; null when it does not say from when it is. Source: RULES.md §2. */
export function readBulletin(published: PublishedBulletin): Bulletin | null {
  const publishedAt = instantOf(published.end_update_time);
  if (!publishedAt) return null;
  const areas = new Set<string>();
  const high = readList('HIGH', published.highlist, areas);
  const medium = readList('MEDIUM', published.middlelist, areas);
  const low = readList('LOW', published.lowlist ?? [], areas);
  return {
    ...{ publishedAt, areas },
    listed: { HIGH: high.listed, MEDIUM: medium.listed, LOW: low.listed },
    stated: {
      ...{ HIGH: published.hcount, MEDIUM: published.mcount },
      LOW: published.lcount ?? null,
    },
    hollow: high.hollow + medium.hollow + low.hollow,
  };
}

/** Text that is the same for bulletins that say the same. */
export function contentOf({ publishedAt, areas, listed, stated, hollow }: Bulletin): string {
  const counts = RISK_LEVELS.map((level) => `${listed[level]}/${String(stated[level])}`);
  const head = [publishedAt.toISOString(), ...counts, String(hollow)].join(' ');
  return [head, ...areas].join('\n');
}
