import { toBuffer, toString } from 'qrcode';

// Level M keeps a code readable with a seventh of it lost; the quiet zone is four modules.
const OPTIONS = { errorCorrectionLevel: 'M', margin: 4 } as const;

/** QR code of a text as an SVG document. */
export function qrSvg(text: string): Promise<string> {
  return toString(text, { ...OPTIONS, type: 'svg' });
}

/** QR code of a text as a PNG file, base64; eight pixels a module. */
export async function qrPng(text: string): Promise<string> {
  return (await toBuffer(text, { ...OPTIONS, type: 'png', scale: 8 })).toString('base64');
}
