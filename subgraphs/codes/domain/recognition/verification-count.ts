import type { RecognitionOutcome, Verdict } from './verdict.ts';

/** How many verdicts of one kind a region gave in an hour: everything that a verification leaves. */
export interface VerificationCount {
  /** Region that gave the verdicts. */
  readonly region: string;
  /** Region that issued the codes; null where no signature said so. */
  readonly issuer: string | null;
  readonly outcome: RecognitionOutcome;
  /** Beginning of the hour. */
  readonly hour: Date;
  readonly count: number;
}

/** What is counted of a verdict. */
export type Counted = Pick<Verdict, 'presentedIn' | 'issuer' | 'outcome'>;

const HOUR_MS = 3_600_000;

/**
 * Counts verdicts in memory by region pair, outcome and hour, and nothing else of them.
 * Source: DESIGN.md §6, Traces.
 */
export function verificationCounter() {
  let counts = new Map<string, VerificationCount>();

  function add(count: VerificationCount): void {
    const { region, issuer, outcome, hour } = count;
    const key = `${region} ${issuer ?? ''} ${outcome} ${hour.getTime()}`;
    counts.set(key, { ...count, count: count.count + (counts.get(key)?.count ?? 0) });
  }

  return {
    /** Counts one verdict. */
    count({ presentedIn, issuer, outcome }: Counted, at: Date): void {
      const hour = new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
      add({ region: presentedIn, issuer, outcome, hour, count: 1 });
    },
    /** Gives what was counted, and begins anew. */
    take(): VerificationCount[] {
      const taken = [...counts.values()];
      counts = new Map();
      return taken;
    },
    /** Takes back what could not be stored. */
    putBack(taken: readonly VerificationCount[]): void {
      taken.forEach(add);
    },
  };
}
