import { rowsOfQuery } from '../../kit/query.ts';
import { shanghaiDay } from '../../kit/standards/shanghai-day.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type {
  DayCount,
  ReasonCount,
  StandingCount,
  StatisticsStore,
} from '../domain/statistics/statistics.ts';

const DAY_MS = 86_400_000;

/** SQL for the day of an instant in Asia/Shanghai, as text. */
const dayOf = (column: string) =>
  `to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day`;

interface EventfulDay {
  readonly day: string;
  readonly what: 'declared' | 'reviewed' | 'GREEN' | 'YELLOW' | 'RED';
  readonly n: number;
}

const NOTHING = { declared: 0, reviewed: 0, turnedGreen: 0, turnedYellow: 0, turnedRed: 0 };
const FIELDS = {
  declared: 'declared',
  reviewed: 'reviewed',
  GREEN: 'turnedGreen',
  YELLOW: 'turnedYellow',
  RED: 'turnedRed',
} as const;

function daysOf(found: readonly EventfulDay[], from: Date, until: Date): DayCount<number>[] {
  const days = new Map<string, typeof NOTHING>();
  for (let at = from.getTime(); at < until.getTime(); at += DAY_MS) {
    days.set(shanghaiDay(new Date(at)), { ...NOTHING });
  }
  for (const { day, what, n } of found) {
    const counts = days.get(day);
    if (counts) counts[FIELDS[what]] = n;
  }
  return [...days].map(([day, counts]) => ({ day, ...counts }));
}

/** Counts in PostgreSQL, within one request's transaction. */
export function statisticsStore(tx: Transaction): StatisticsStore {
  return {
    async counts(region, from, until) {
      const em = await tx();
      const own = (alias: string) => `${alias}.region = $1`;
      const between = (column: string) => `${column} >= $2 and ${column} < $3`;
      const standings = await rowsOfQuery<StandingCount<number>>(
        em,
        `select c.state, c.color, count(*)::int as count from codes.health_code c
         where ${own('c')} group by 1, 2 order by 1, 2`,
        [region],
      );
      const reasons = await rowsOfQuery<ReasonCount<number>>(
        em,
        `select r.class as "reasonClass", count(*)::int as count
         from codes.health_code c
         cross join lateral (
           select d.detail from codes.color_decision d
           where d.region = c.region and d.code_id = c.id
           order by d.decided_at desc, d.id desc limit 1) d
         cross join lateral (
           select distinct x ->> 'reasonClass' as class
           from jsonb_array_elements(d.detail -> 'reasons') x) r
         where ${own('c')} and (c.state = 'SUSPENDED' or c.color in ('YELLOW', 'RED'))
         group by 1 order by 1`,
        [region],
      );
      const days = await rowsOfQuery<EventfulDay>(
        em,
        `select ${dayOf('e.occurred_at')}, 'declared' as what, count(*)::int as n
         from codes.evidence e
         where ${own('e')} and e.kind = 'DECLARATION' and ${between('e.occurred_at')}
           and e.taken_in_at >= $2 group by 1
         union all
         select ${dayOf('e.taken_in_at')}, 'reviewed', count(*)::int from codes.evidence e
         where ${own('e')} and e.kind = 'DECLARATION' and ${between('e.taken_in_at')} group by 1
         union all
         select ${dayOf('d.decided_at')}, d.to_color, count(*)::int from codes.color_decision d
         where ${own('d')} and d.to_color is not null and d.from_state <> 'UNDER_REVIEW'
           and ${between('d.decided_at')} group by 1, 2`,
        [region, from, until],
      );
      return { standings, reasons, days: daysOf(days, from, until) };
    },
  };
}
