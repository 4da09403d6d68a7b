import { chartBase, decalOf, type ChartTheme } from '../../charts/chart-theme.ts';
import type { ChartOption } from '../../charts/chart-option.ts';

/** A count, or null where fewer than five are not said. */
export type Count = number | null;

/** One thing counted by day; `partly`: the day goes on. */
export interface DaySeries {
  readonly name: string;
  /** A color of codes, or none. */
  readonly color?: 'GREEN' | 'YELLOW' | 'RED' | 'SUSPENDED';
  readonly counts: readonly Count[];
}

/** Codes that are not green, as stacked columns: red on top of yellow. Source: console brief, §7. */
export function stackedDays(
  days: readonly string[],
  series: readonly DaySeries[],
  theme: ChartTheme,
): ChartOption {
  const { axisLabel, splitLine, ...base } = chartBase(theme);
  return {
    ...base,
    // Its own label would be English in every language; the picture has one, and a table beside it.
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    xAxis: { type: 'category', data: [...days], axisLabel, axisTick: { show: false } },
    yAxis: { type: 'value', min: 0, minInterval: 1, axisLabel, splitLine },
    series: series.map(({ name, color, counts }) => ({
      ...{ type: 'bar' as const, name, stack: 'codes', barMaxWidth: 36 },
      itemStyle: {
        color: color ? theme[color] : theme.accent,
        borderColor: theme.surface,
        borderWidth: 1,
        ...(color && { decal: { color: '#00000055', ...decalOf(color) } }),
      },
      // What is not said is no zero: it has no column, and the table says why.
      data: counts.map((count) => count ?? '-'),
    })),
  };
}

/** Counts by day as lines with their names at the end. */
export function dayLines(
  days: readonly string[],
  series: readonly DaySeries[],
  theme: ChartTheme,
): ChartOption {
  const { axisLabel, splitLine, ...base } = chartBase(theme);
  const colors = [theme.accent, theme.attention, theme.GREEN];
  const dashes = ['solid', 'dashed', 'dotted'] as const;
  return {
    ...base,
    grid: { ...base.grid, right: 84 },
    xAxis: {
      ...{ type: 'category', data: [...days], axisLabel, boundaryGap: false },
      axisTick: { show: false },
    },
    yAxis: { type: 'value', min: 0, minInterval: 1, axisLabel, splitLine },
    series: series.map(({ name, color, counts }, at) => {
      const drawn = color ? theme[color] : (colors[at % colors.length] ?? theme.accent);
      return {
        ...{ type: 'line' as const, name, symbolSize: 5, data: counts.map((one) => one ?? '-') },
        lineStyle: { color: drawn, width: 2, type: dashes[at % dashes.length] ?? 'solid' },
        itemStyle: { color: drawn },
        labelLayout: { moveOverlap: 'shiftY' as const },
        endLabel: { show: true, formatter: name, color: theme.ink, fontSize: 12 },
      };
    }),
  };
}

/** Counts by ground as bars, the largest on top. */
export function groundBars(
  grounds: readonly { readonly name: string; readonly count: Count }[],
  theme: ChartTheme,
): ChartOption {
  const { axisLabel, splitLine, ...base } = chartBase(theme);
  const shown = grounds.toSorted((a, b) => (a.count ?? 0) - (b.count ?? 0));
  return {
    ...base,
    grid: { ...base.grid, right: 56 },
    xAxis: { type: 'value', min: 0, minInterval: 1, axisLabel, splitLine },
    yAxis: {
      ...{ type: 'category', data: shown.map(({ name }) => name), axisLabel },
      ...{ axisTick: { show: false }, axisLine: { show: false } },
    },
    series: [
      {
        ...{ type: 'bar', barMaxWidth: 18, itemStyle: { color: theme.accent } },
        label: { show: true, position: 'right', color: theme.ink, fontSize: 12 },
        data: shown.map(({ count }) => count ?? '-'),
      },
    ],
  };
}
