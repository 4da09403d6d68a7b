import type { TextLanguage } from '../domain/texts.ts';

/** What stands on a paper code beside the holder's particulars. */
export interface Words {
  readonly title: string;
  readonly holder: string;
  readonly birthday: string;
  readonly issuedAt: string;
  readonly validUntil: string;
  readonly how: string;
  readonly lost: string;
  /** The same two, as short as a card wants them. */
  readonly card: string;
}

/** The words in each language. */
export const WORDS: Readonly<Record<TextLanguage, Words>> = {
  ZH_HANS: {
    ...{ title: '纸质健康码', holder: '持码人', birthday: '生日', issuedAt: '签发' },
    validUntil: '有效至',
    how: '出示本页和证件即可。颜色不印在纸上，扫码时以签发地的最新判定为准。',
    lost: '遗失时请到任一服务窗口作废并重打。',
    card: '与证件同时出示；颜色扫码可知。遗失请到服务窗口作废。',
  },
  ZH_HANT: {
    ...{ title: '紙本健康碼', holder: '持碼人', birthday: '生日', issuedAt: '簽發' },
    validUntil: '有效至',
    how: '出示本頁和證件即可。顏色不印在紙上，掃碼時以簽發地的最新判定為準。',
    lost: '遺失時請到任一服務窗口作廢並重印。',
    card: '與證件同時出示；顏色掃碼可知。遺失請到服務窗口作廢。',
  },
  EN: {
    ...{ title: 'Paper health code', holder: 'Holder', birthday: 'Birthday', issuedAt: 'Issued' },
    validUntil: 'Valid until',
    how: 'Show this page with your document. The color is not printed: it is read from the issuing region when the code is scanned.',
    lost: 'If you lose it, any service desk voids it and prints another.',
    card: 'Show with your document. Scanning tells the color. Lost? Any service desk voids it.',
  },
};
