import { chartBase, type ChartTheme } from '../../charts/chart-theme.ts';
import type { ChartOption } from '../../charts/chart-option.ts';
import type { Bulletin } from './bulletins.ts';

type Counted = Pick<Bulletin, 'publishedAt' | 'state' | 'counts'>;

/** Bulletins in force, the oldest first: what stands from each on. */
export function inForce<T extends Pick<Counted, 'publishedAt' | 'state'>>(
  bulletins: readonly T[],
): readonly T[] {
  return bulletins
    .filter(({ state }) => state === 'ACCEPTED')
    .toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt));
}

/** Areas over time, as steps: they stand until the next bulletin. */
export function bulletinChart(
  bulletins: readonly Counted[],
  words: { readonly high: string; readonly low: string },
  theme: ChartTheme,
): ChartOption {
  const { axisLabel, splitLine, ...base } = chartBase(theme);
  const shown = inForce(bulletins);
  const line = (name: string, color: string, of: (one: Counted) => number) => ({
    ...{ type: 'line' as const, name, step: 'end' as const, symbol: 'circle', symbolSize: 6 },
    ...{ lineStyle: { color, width: 2 }, itemStyle: { color } },
    labelLayout: { moveOverlap: 'shiftY' as const },
    endLabel: { show: true, formatter: name, color: theme.ink, fontSize: 12 },
    data: shown.map((one): [string, number] => [one.publishedAt, of(one)]),
  });
  return {
    ...base,
    grid: { ...base.grid, right: 64 },
    xAxis: { type: 'time', axisLabel, axisLine: { show: false }, axisTick: { show: false } },
    yAxis: { type: 'value', min: 0, axisLabel, splitLine },
    series: [
      line(words.high, theme.accent, ({ counts }) => counts.high),
      line(words.low, theme.attention, ({ counts }) => counts.low),
    ],
  };
}
