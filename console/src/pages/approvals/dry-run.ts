/** How a code may stand, the best first. */
export const STANDINGS = ['GREEN', 'YELLOW', 'RED', 'SUSPENDED', 'UNDER_REVIEW'] as const;
/** One of them. */
export type Standing = (typeof STANDINGS)[number];

/** How many codes; where they are few of those tried, how many at most. */
export interface Amount {
  readonly count: number;
  readonly few: boolean;
}

/** Codes that would change alike. */
export interface Move extends Amount {
  readonly from: Standing;
  readonly to: Standing;
}

/** From how many codes a dry run is estimated, and how well. */
export interface Estimated {
  readonly tried: number;
  /** Bounds of the number that would change, 19 times of 20. */
  readonly atLeast: number;
  readonly atMost: number;
  /** How many a change that fewer than five of those tried would make may concern. */
  readonly few: number | null;
  /** How many a change that none of those tried would make may concern. */
  readonly unseen: number;
}

/** What a policy would do, as a proposal carries it. */
export interface PolicyDryRun {
  /** All codes of the region, and those that would change. */
  readonly codes: number;
  readonly changed: Amount;
  readonly moves: readonly Move[];
  /** By rule, the largest first. */
  readonly byRule: readonly (Amount & { readonly rule: string })[];
  /** Null where all codes were tried. */
  readonly estimated: Estimated | null;
}

type Counts = readonly { readonly name: string; readonly count: number }[];

/** Before the name of what only an upper bound is known of. */
const FEW = 'few:';
const WORDS: ReadonlyMap<string, Standing> = new Map(
  STANDINGS.map((standing) => [standing.replace('_', '').toLowerCase(), standing]),
);

/** `greenToRed` as two standings; null when it is something else. */
function moveOf(name: string): Pick<Move, 'from' | 'to'> | null {
  const [first, second] = name.split('To');
  const from = WORDS.get((first ?? '').toLowerCase());
  const to = WORDS.get((second ?? '').toLowerCase());
  return from && to ? { from, to } : null;
}

/** Both together: what is few adds nothing to what is known. */
function sum(a: Amount | undefined, b: Amount): Amount {
  if (!a || (a.few && !b.few)) return b;
  if (b.few && !a.few) return a;
  return { count: a.count + b.count, few: a.few };
}

function estimateOf(counts: Counts, changed: Amount): Estimated | null {
  const found = (name: string) => counts.find((one) => one.name === name)?.count;
  const tried = found('tried');
  if (tried === undefined) return null;
  const few = counts.filter(({ name }) => name.startsWith(FEW)).map(({ count }) => count);
  return {
    tried,
    atLeast: found('changedAtLeast') ?? 0,
    atMost: found('changedAtMost') ?? changed.count,
    few: few.length > 0 ? Math.max(...few) : null,
    unseen: found('unseenAtMost') ?? 0,
  };
}

/**
 * Reads the counts of a proposal of a policy: `codes`, `changed`, `greenToRed`, `greenToRed:RULE`;
 * where they are estimates `tried`, and `few:` before what only an upper bound is known of.
 */
export function policyDryRun(counts: Counts): PolicyDryRun {
  const amounts = counts.map(({ name, count }) => {
    const few = name.startsWith(FEW);
    return { name: few ? name.slice(FEW.length) : name, amount: { count, few } };
  });
  const found = (name: string) =>
    amounts.find((one) => one.name === name)?.amount ?? { count: 0, few: false };
  const byRule = new Map<string, Amount>();
  const moves: Move[] = [];
  for (const { name, amount } of amounts) {
    const [change = '', rule] = name.split(':');
    const move = moveOf(change);
    if (!move) continue;
    if (rule === undefined) moves.push({ ...move, ...amount });
    else byRule.set(rule, sum(byRule.get(rule), amount));
  }
  const changed = found('changed');
  return {
    ...{ codes: found('codes').count, changed, moves },
    byRule: [...byRule]
      .map(([rule, amount]) => ({ rule, ...amount }))
      .sort(
        (a, b) => Number(a.few) - Number(b.few) || b.count - a.count || (a.rule < b.rule ? -1 : 1),
      ),
    estimated: estimateOf(counts, changed),
  };
}

/** Whether somebody would be worse off: a darker color, or none instead of green. */
export function isWorse({ from, to }: Pick<Move, 'from' | 'to'>): boolean {
  const order: readonly Standing[] = ['GREEN', 'UNDER_REVIEW', 'SUSPENDED', 'YELLOW', 'RED'];
  return order.indexOf(to) > order.indexOf(from);
}

/** How many would be worse off; null when nobody would. */
export function worseOff(moves: readonly Move[]): Amount | null {
  return moves.filter(isWorse).reduce<Amount | null>((all, move) => {
    return sum(all ?? undefined, { count: move.count, few: move.few });
  }, null);
}

/** An estimate with the three digits that say something, rounded the way that is given. */
export function roughly(count: number, round: (value: number) => number = Math.round): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 2);
  return round(count / unit) * unit;
}
