/** How a code may stand, the best first. */
export const STANDINGS = ['GREEN', 'YELLOW', 'RED', 'SUSPENDED', 'UNDER_REVIEW'] as const;
/** One of them. */
export type Standing = (typeof STANDINGS)[number];

/** Codes that would change alike. */
export interface Move {
  readonly from: Standing;
  readonly to: Standing;
  readonly count: number;
}

/** What a policy would do, as a proposal carries it. */
export interface PolicyDryRun {
  /** Codes that were looked at, and those that would change. */
  readonly codes: number;
  readonly changed: number;
  readonly moves: readonly Move[];
  /** By rule, the largest first. */
  readonly byRule: readonly { readonly rule: string; readonly count: number }[];
}

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

/** Reads the counts of a proposal of a policy: `codes`, `changed`, `greenToRed`, `greenToRed:RULE`. */
export function policyDryRun(
  counts: readonly { readonly name: string; readonly count: number }[],
): PolicyDryRun {
  const found = (name: string) => counts.find((one) => one.name === name)?.count ?? 0;
  const byRule = new Map<string, number>();
  const moves: Move[] = [];
  for (const { name, count } of counts) {
    const [change = '', rule] = name.split(':');
    const move = moveOf(change);
    if (!move) continue;
    if (rule === undefined) moves.push({ ...move, count });
    else byRule.set(rule, (byRule.get(rule) ?? 0) + count);
  }
  return {
    ...{ codes: found('codes'), changed: found('changed'), moves },
    byRule: [...byRule]
      .map(([rule, count]) => ({ rule, count }))
      .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1)),
  };
}

/** Whether somebody would be worse off: a darker color, or none instead of green. */
export function isWorse({ from, to }: Pick<Move, 'from' | 'to'>): boolean {
  const order: readonly Standing[] = ['GREEN', 'UNDER_REVIEW', 'SUSPENDED', 'YELLOW', 'RED'];
  return order.indexOf(to) > order.indexOf(from);
}
