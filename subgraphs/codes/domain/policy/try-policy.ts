import { tally, type Compared, type DryRun } from './dry-run.ts';
import { partBetween } from './estimate.ts';
import type { PolicyStore } from './policy-store.ts';

/** What one dry run may take. */
export interface DryRunLimit {
  /** Codes that are tried at most. */
  readonly codes: number;
  /** How long codes are tried, in milliseconds. */
  readonly ms: number;
}

/** Well within the ten seconds after which nobody waits for an answer any more. */
const LIMIT: DryRunLimit = { codes: 20_000, ms: 3_000 };
/** So many are tried however long it takes: fewer say nothing. */
const LEAST = 1_000;

/** What trying a policy needs. */
export interface TryPorts {
  readonly store: Pick<PolicyStore, 'codes'>;
  readonly newId: (region: string) => string;
  readonly now: () => Date;
  /** Default: 20,000 codes, three seconds. */
  readonly limit?: DryRunLimit | undefined;
}

/**
 * Tries a policy on the codes of a region: on all, or, where that would take too long, on those from
 * a place drawn by chance on. Source: RULES.md §5.6.
 */
export async function tryPolicy(
  { store, newId, now, limit = LIMIT }: TryPorts,
  region: string,
  compared: Compared,
): Promise<DryRun> {
  const run = tally(compared);
  const start = newId(region);
  const began = now().getTime();
  let [tried, last] = [0, start];
  for await (const chunk of store.codes(region, start)) {
    const isOver = tried + chunk.length > limit.codes || now().getTime() - began >= limit.ms;
    if (tried >= LEAST && isOver) return { ...run.result(), part: partBetween(start, last) };
    for (const one of chunk) run.add(one);
    tried += chunk.length;
    last = chunk.at(-1)?.code.id ?? last;
  }
  return { ...run.result(), part: null };
}
