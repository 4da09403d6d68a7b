import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { qrPng } from '../../kit/qr.ts';
import type { TextLanguage, Texts } from '../domain/texts.ts';

const FONTS = '@expo-google-fonts/noto-sans-sc';
const REGULAR = fileURLToPath(import.meta.resolve(`${FONTS}/400Regular/NotoSansSC_400Regular.ttf`));
const BOLD = fileURLToPath(import.meta.resolve(`${FONTS}/600SemiBold/NotoSansSC_600SemiBold.ttf`));

/** What stands on a paper code. Its color does not: that is asked for when it is scanned. */
export interface PaperCode {
  readonly text: string;
  readonly region: Texts;
  readonly maskedName: string;
  /** `MMDD`. */
  readonly birthMonthDay: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

interface Words {
  readonly title: string;
  readonly holder: string;
  readonly birthday: string;
  readonly issuedAt: string;
  readonly validUntil: string;
  readonly how: string;
  readonly lost: string;
}

const WORDS: Readonly<Record<TextLanguage, Words>> = {
  ZH_HANS: {
    ...{ title: '纸质健康码', holder: '持码人', birthday: '生日', issuedAt: '签发' },
    validUntil: '有效至',
    how: '出示本页和证件即可。颜色不印在纸上，扫码时以签发地的最新判定为准。',
    lost: '遗失时请到任一服务窗口作废并重打。',
  },
  ZH_HANT: {
    ...{ title: '紙本健康碼', holder: '持碼人', birthday: '生日', issuedAt: '簽發' },
    validUntil: '有效至',
    how: '出示本頁和證件即可。顏色不印在紙上，掃碼時以簽發地的最新判定為準。',
    lost: '遺失時請到任一服務窗口作廢並重印。',
  },
  EN: {
    ...{ title: 'Paper health code', holder: 'Holder', birthday: 'Birthday', issuedAt: 'Issued' },
    validUntil: 'Valid until',
    how: 'Show this page with your document. The color is not printed: it is read from the issuing region when the code is scanned.',
    lost: 'If you lose it, any service desk voids it and prints another.',
  },
};

// Swedish writes an instant as YYYY-MM-DD HH:mm, which everybody reads.
const MINUTE = new Intl.DateTimeFormat('sv-SE', {
  ...{ dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Shanghai' },
});

/** A minute in Asia/Shanghai; a code ends within a day, so a day would say too little. */
function minute(at: Date): string {
  return MINUTE.format(at);
}

/** A millimeter in PDF points. */
const MM = 72 / 25.4;
const MARGIN = 24 * MM;
const QR_SIZE = 90 * MM;

/** A paper code as an A4 PDF file in large type; the fonts are embedded as far as they are used. */
export async function paperPdf(code: PaperCode, language: TextLanguage): Promise<Buffer> {
  const words = WORDS[language];
  const png = Buffer.from(await qrPng(code.text), 'base64');
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: { ZH_HANS: 'zh-Hans', ZH_HANT: 'zh-Hant', EN: 'en' }[language],
    displayTitle: true,
    info: { Title: words.title },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    document.on('error', reject);
  });
  const width = document.page.width - 2 * MARGIN;
  document.font(BOLD).fontSize(30).text(words.title, { align: 'center' });
  document.font(REGULAR).fontSize(20).text(code.region[language], { align: 'center' });
  document.moveDown(0.6);
  const top = document.y;
  document.image(png, (document.page.width - QR_SIZE) / 2, top, { width: QR_SIZE });
  document.y = top + QR_SIZE + 6 * MM;
  const { birthMonthDay: birthday } = code;
  const facts: readonly (readonly [string, string])[] = [
    [words.holder, code.maskedName],
    [words.birthday, `${birthday.slice(0, 2)}-${birthday.slice(2)}`],
    [words.issuedAt, minute(code.issuedAt)],
    [words.validUntil, minute(code.expiresAt)],
  ];
  for (const [label, value] of facts) {
    const { y } = document;
    document
      .font(REGULAR)
      .fontSize(18)
      .text(label, MARGIN, y, { width: width * 0.4 });
    document.font(BOLD).text(value, MARGIN + width * 0.4, y, { width: width * 0.6 });
    document.moveDown(0.25);
  }
  document.moveDown(0.5);
  document.font(REGULAR).fontSize(16).text(words.how, MARGIN, document.y, { width });
  document.moveDown(0.4);
  document.text(words.lost, { width });
  document.end();
  return ended;
}
