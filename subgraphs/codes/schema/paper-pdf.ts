import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { qrPng } from '../../kit/qr.ts';
import type { TextLanguage, Texts } from '../domain/texts.ts';
import { WORDS, type Words } from './paper-words.ts';

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
/** A sheet to be read across a table, or a card of the size of a bank card (ISO/IEC 7810 ID-1). */
export const PAPER_FORMATS = ['A4', 'CARD'] as const;
/** One of them. */
export type PaperFormat = (typeof PAPER_FORMATS)[number];

const SIZES: Readonly<
  Record<PaperFormat, { readonly size: string | [number, number]; readonly margin: number }>
> = {
  A4: { size: 'A4', margin: 24 * MM },
  CARD: { size: [85.6 * MM, 53.98 * MM], margin: 4 * MM },
};
const LANGUAGES = { ZH_HANS: 'zh-Hans', ZH_HANT: 'zh-Hant', EN: 'en' } as const;

type Document = InstanceType<typeof PDFDocument>;

function factsOf(code: PaperCode, words: Words): readonly (readonly [string, string])[] {
  const { birthMonthDay: birthday } = code;
  return [
    [words.holder, code.maskedName],
    [words.birthday, `${birthday.slice(0, 2)}-${birthday.slice(2)}`],
    [words.issuedAt, minute(code.issuedAt)],
    [words.validUntil, minute(code.expiresAt)],
  ];
}

function drawSheet(document: Document, code: PaperCode, language: TextLanguage, png: Buffer): void {
  const words = WORDS[language];
  const { margin } = SIZES.A4;
  const [width, square] = [document.page.width - 2 * margin, 90 * MM];
  document.font(BOLD).fontSize(30).text(words.title, { align: 'center' });
  document.font(REGULAR).fontSize(20).text(code.region[language], { align: 'center' });
  document.moveDown(0.6);
  const top = document.y;
  document.image(png, (document.page.width - square) / 2, top, { width: square });
  document.y = top + square + 6 * MM;
  for (const [label, value] of factsOf(code, words)) {
    const { y } = document;
    document
      .font(REGULAR)
      .fontSize(18)
      .text(label, margin, y, { width: width * 0.4 });
    document.font(BOLD).text(value, margin + width * 0.4, y, { width: width * 0.6 });
    document.moveDown(0.25);
  }
  document.moveDown(0.5);
  document.font(REGULAR).fontSize(16).text(words.how, margin, document.y, { width });
  document.moveDown(0.4);
  document.text(words.lost, { width });
}

/** The square at the left edge, large enough for any camera; beside it what a person reads. */
function drawCard(document: Document, code: PaperCode, language: TextLanguage, png: Buffer): void {
  const words = WORDS[language];
  const { margin } = SIZES.CARD;
  const square = 42 * MM;
  document.image(png, margin, (document.page.height - square) / 2, { width: square });
  const left = margin + square + 2 * MM;
  const how = { width: document.page.width - left - margin, lineGap: -2 };
  document.font(BOLD).fontSize(9).text(words.title, left, margin, how);
  document.font(REGULAR).fontSize(7).text(code.region[language], how);
  for (const [label, value] of factsOf(code, words)) {
    document.moveDown(0.2);
    document.font(REGULAR).fontSize(5).text(label, how);
    document.font(BOLD).fontSize(7.5).text(value, how);
  }
  document.moveDown(0.3);
  document.font(REGULAR).fontSize(4.5).text(words.card, how);
}

/** A paper code as a PDF file of one page; the fonts are embedded as far as they are used. */
export async function paperPdf(
  code: PaperCode,
  language: TextLanguage,
  format: PaperFormat = 'A4',
): Promise<Buffer> {
  const png = Buffer.from(await qrPng(code.text), 'base64');
  const document = new PDFDocument({
    ...SIZES[format],
    ...{ lang: LANGUAGES[language], displayTitle: true, info: { Title: WORDS[language].title } },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    document.on('error', reject);
  });
  if (format === 'CARD') drawCard(document, code, language, png);
  else drawSheet(document, code, language, png);
  document.end();
  return ended;
}
