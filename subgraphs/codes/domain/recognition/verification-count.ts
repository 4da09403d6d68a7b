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

/** A count that goes on. */
type Counting = Omit<VerificationCount, 'count'> & { count: number };

const HOUR_MS = 3_600_000;

/**
 * Counts verdicts in memory by region pair, outcome and hour, and nothing else of them.
 * Source: DESIGN.md §6, Traces.
 */
export function verificationCounter() {
  let counts = new Map<string, Counting>();

  function add({ presentedIn, issuer, outcome }: Counted, hour: number, count: number): void {
    const key = `${presentedIn} ${issuer ?? ''} ${outcome} ${hour}`;
    const known = counts.get(key);
    if (known) known.count += count;
    else counts.set(key, { region: presentedIn, issuer, outcome, hour: new Date(hour), count });
  }

  return {
    /** Counts one verdict. */
    count(verdict: Counted, at: Date): void {
      add(verdict, Math.floor(at.getTime() / HOUR_MS) * HOUR_MS, 1);
    },
    /** Gives what was counted, and begins anew. */
    take(): VerificationCount[] {
      const taken = [...counts.values()];
      counts = new Map();
      return taken;
    },
    /** Takes back what could not be stored. */
    putBack(taken: readonly VerificationCount[]): void {
      for (const { region: presentedIn, issuer, outcome, hour, count } of taken) {
        add({ presentedIn, issuer, outcome }, hour.getTime(), count);
      }
    },
  };
}
