import { describe, expect, it } from 'vitest';
import type { ChartTheme } from '../../charts/chart-theme.ts';
import { dayLines, groundBars, stackedDays } from './statistics-charts.ts';

const theme: ChartTheme = {
  ...{ ink: '#111', quiet: '#222', line: '#333', surface: '#fff', accent: '#00f', font: 'x' },
  ...{ attention: '#840', GREEN: '#0a0', YELLOW: '#aa0', RED: '#a00', SUSPENDED: '#777' },
};
const days = ['23', '24'];
const yellow = { name: 'Yellow', color: 'YELLOW', counts: [7, null] } as const;
const red = { name: 'Red', color: 'RED', counts: [5, 6] } as const;

describe('charts of statistics', () => {
  it('put red on yellow, each with its pattern, from zero', () => {
    const option = stackedDays(days, [yellow, red], theme);
    expect(option).toMatchObject({
      aria: { decal: { show: true } },
      yAxis: { min: 0 },
      series: [
        { name: 'Yellow', stack: 'codes', itemStyle: { color: '#aa0', decal: {} } },
        { name: 'Red', stack: 'codes', itemStyle: { color: '#a00', decal: {} } },
      ],
    });
  });

  it('draw nothing where fewer than five are not said', () => {
    expect(stackedDays(days, [yellow], theme)).toMatchObject({ series: [{ data: [7, '-'] }] });
    expect(dayLines(days, [yellow], theme)).toMatchObject({ series: [{ data: [7, '-'] }] });
  });

  it('say words in rich text: HTML would bring styles that the policy of the page refuses', () => {
    const options = [
      stackedDays(days, [red], theme),
      dayLines(days, [red], theme),
      groundBars([{ name: 'Test', count: 9 }], theme),
    ];
    for (const option of options)
      expect(option).toMatchObject({ tooltip: { renderMode: 'richText' } });
  });

  it('have the largest ground on top', () => {
    const grounds = [
      { name: 'Test', count: 9 },
      { name: 'Entry', count: null },
      { name: 'Contact', count: 12 },
    ];
    expect(groundBars(grounds, theme)).toMatchObject({
      yAxis: { data: ['Entry', 'Test', 'Contact'] },
      series: [{ data: ['-', 9, 12] }],
    });
  });
});
