import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../domain/texts.ts';
import { PAPER_FORMATS, paperPdf, type PaperCode } from './paper-pdf.ts';

// The longest that any of it gets.
const CODE: PaperCode = {
  text: `HCN1:${'0'.repeat(228)}`,
  region: {
    ...{ ZH_HANS: '新疆生产建设兵团', ZH_HANT: '新疆生產建設兵團' },
    EN: 'Xinjiang Production and Construction Corps',
  },
  ...{ maskedName: '欧阳**娜·阿**提', birthMonthDay: '1231' },
  issuedAt: new Date('2022-11-24T02:42:00Z'),
  expiresAt: new Date('2023-02-22T02:42:00Z'),
};

describe('a paper code', () => {
  it.each(PAPER_FORMATS.flatMap((format) => LANGUAGES.map((one) => [format, one] as const)))(
    'as %s in %s is one page',
    async (format, language) => {
      const pdf = (await paperPdf(CODE, language, format)).toString('latin1');
      expect(/\/Type \/Pages\b[^>]*\/Count (\d+)|\/Count (\d+)/.exec(pdf)?.[0]).toContain(
        '/Count 1',
      );
      const [, width] = /\/MediaBox \[0 0 ([\d.]+)/.exec(pdf) ?? [];
      expect(Number(width)).toBeCloseTo(format === 'CARD' ? 242.65 : 595.28, 1);
    },
  );
});
