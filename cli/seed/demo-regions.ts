import type { Agreement, Region } from '../../subgraphs/codes/publish.ts';

/** Regions of the demo: the national hub, two provinces, a city of each. */
export const DEMO_REGIONS: readonly Region[] = [
  { id: '000000', names: { ZH_HANS: '国家平台', ZH_HANT: '國家平台', EN: 'National hub' } },
  { id: '330000', names: { ZH_HANS: '浙江省', ZH_HANT: '浙江省', EN: 'Zhejiang' } },
  { id: '330100', names: { ZH_HANS: '杭州市', ZH_HANT: '杭州市', EN: 'Hangzhou' } },
  { id: '510000', names: { ZH_HANS: '四川省', ZH_HANT: '四川省', EN: 'Sichuan' } },
  { id: '510100', names: { ZH_HANS: '成都市', ZH_HANT: '成都市', EN: 'Chengdu' } },
];

/** Regions of the demo that register residents and issue codes; the hub only recognizes. */
export const ISSUING_REGIONS = ['330000', '330100', '510000', '510100'] as const;

const ALL_COLORS = { GREEN: 'GREEN', YELLOW: 'YELLOW', RED: 'RED' } as const;

type Terms = Pick<Agreement, 'receiver' | 'issuer' | 'mode' | 'colorMap' | 'conditions'>;

function direct(receiver: string, issuer: string): Terms {
  return { receiver, issuer, mode: 'DIRECT', colorMap: ALL_COLORS, conditions: [] };
}

/**
 * Agreements of the demo, in all three modes. Hangzhou and Chengdu have none with each other:
 * nothing is inherited from their provinces.
 */
export const DEMO_AGREEMENTS: readonly Terms[] = [
  direct('510000', '330000'),
  direct('330000', '330100'),
  direct('330100', '330000'),
  direct('510000', '510100'),
  direct('510100', '510000'),
  direct('000000', '330000'),
  direct('000000', '510000'),
  {
    // Zhejiang asks more of a yellow code from Sichuan, and says nothing of a red one.
    ...{ receiver: '330000', issuer: '510000', mode: 'DIRECT' },
    colorMap: { GREEN: 'GREEN', YELLOW: 'YELLOW' },
    conditions: [
      { id: 'NEGATIVE-48H', kind: 'NOT_DETECTED_WITHIN', hours: 48, colors: ['YELLOW'] },
    ],
  },
  {
    ...{ receiver: '330000', issuer: '510100', mode: 'SHARED_DATA' },
    ...{ colorMap: {}, conditions: [] },
  },
  { receiver: '510000', issuer: '330100', mode: 'CONVERT', colorMap: {}, conditions: [] },
];
