/** Colors and letters of charts, as the tokens of the page have them now. */
export interface ChartTheme {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
  readonly accent: string;
  readonly attention: string;
  readonly font: string;
  readonly GREEN: string;
  readonly YELLOW: string;
  readonly RED: string;
  readonly SUSPENDED: string;
}

/** Reads the tokens of the page; after a change of theme they are others. */
export function readChartTheme(): ChartTheme {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ...{ ink: token('ink'), quiet: token('ink-3'), line: token('line'), font: token('font') },
    ...{ surface: token('surface'), accent: token('accent'), attention: token('attention') },
    ...{ GREEN: token('green-mark'), YELLOW: token('yellow-mark'), RED: token('red-mark') },
    SUSPENDED: token('suspended-mark'),
  };
}

/** Pattern of a color of codes. */
interface Decal {
  readonly rotation?: number;
  readonly symbol?: string;
  readonly symbolSize?: number;
  dashArrayX: number[];
  dashArrayY: number[];
}

/** The pattern beside a color: a grey print loses nothing. Source: console brief, §7. */
export function decalOf(color: 'GREEN' | 'YELLOW' | 'RED' | 'SUSPENDED'): Decal {
  switch (color) {
    case 'GREEN':
      return { symbol: 'circle', symbolSize: 0.5, dashArrayX: [8, 8], dashArrayY: [8, 8] };
    case 'YELLOW':
      return { rotation: Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [3, 5] };
    case 'RED':
      return {
        ...{ rotation: Math.PI / 4, symbol: 'rect', symbolSize: 0.6 },
        ...{ dashArrayX: [4, 4], dashArrayY: [4, 4] },
      };
    case 'SUSPENDED':
      return { rotation: 0, dashArrayX: [1, 0], dashArrayY: [2, 5] };
  }
}

/** Parts that all charts share: no entrance, small letters, lines instead of frames. */
export function chartBase({ ink, quiet, line, surface, font }: ChartTheme) {
  return {
    animation: false,
    textStyle: { fontFamily: font, fontSize: 12, color: quiet },
    grid: { left: 8, right: 12, top: 24, bottom: 4, containLabel: true },
    // Words as HTML would bring styles that the page's policy refuses.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      axisPointer: { type: 'line', lineStyle: { color: line } },
      backgroundColor: surface,
      borderColor: line,
      textStyle: { color: ink, fontSize: 12, fontFamily: font },
    },
    axisLabel: { color: quiet, fontSize: 12, hideOverlap: true },
    splitLine: { lineStyle: { color: line } },
  } as const;
}
