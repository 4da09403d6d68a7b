import type { Page } from 'playwright-core';
import { toBuffer } from 'qrcode';

/** A file as a browser's field takes it. */
export interface PictureFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A PNG file. */
export function png(buffer: Buffer): PictureFile {
  return { name: 'code.png', mimeType: 'image/png', buffer };
}

/** A PNG file of the QR code of a text. */
export async function qrPng(text: string): Promise<PictureFile> {
  return png(await toBuffer(text, { errorCorrectionLevel: 'M', scale: 4 }));
}

/** How a picture is drawn anew. */
export interface Redrawing {
  /** Such as `image/jpeg`. */
  readonly type?: string;
  readonly degrees?: number;
  readonly inverted?: boolean;
  /** How often it is drawn, side by side; 0 leaves a white picture. */
  readonly times?: number;
}

/** Draws pictures side by side in the browser, turned, inverted, or as another kind of file. */
export async function redrawn(
  page: Page,
  pictures: readonly PictureFile[],
  { type = 'image/png', degrees = 0, inverted = false, times = 1 }: Redrawing = {},
): Promise<PictureFile> {
  const sources = pictures.flatMap(({ buffer }) =>
    Array.from({ length: times }, () => `data:image/png;base64,${buffer.toString('base64')}`),
  );
  const address = await page.evaluate(
    async ({ sources, type, degrees, inverted }) => {
      const images = await Promise.all(
        sources.map(async (source) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          return image;
        }),
      );
      const side = Math.ceil(1.5 * Math.max(300, ...images.map(({ width }) => width)));
      const canvas = document.createElement('canvas');
      canvas.width = side * Math.max(1, images.length);
      canvas.height = side;
      const context = canvas.getContext('2d')!;
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      for (const [index, image] of images.entries()) {
        context.setTransform(1, 0, 0, 1, side * (index + 0.5), side / 2);
        context.rotate((degrees * Math.PI) / 180);
        context.drawImage(image, -image.width / 2, -image.height / 2);
      }
      context.setTransform(1, 0, 0, 1, 0, 0);
      if (inverted) {
        context.globalCompositeOperation = 'difference';
        context.fillRect(0, 0, canvas.width, canvas.height);
      }
      return canvas.toDataURL(type, 0.9);
    },
    { sources, type, degrees, inverted },
  );
  const [head = '', data = ''] = address.split(',');
  if (!head.includes(type)) throw new Error(`The browser does not write ${type}.`);
  return { name: 'picture', mimeType: type, buffer: Buffer.from(data, 'base64') };
}
