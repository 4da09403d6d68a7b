// Looks for QR codes beside the page, so that the page never stands still.
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { ScanAnswer, ScanRequest } from './scan-messages.ts';

prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

/** Longest side of what is looked at. A frame is seen again soon, a file is not. */
const FRAME_SIDES = [1_280];
const FILE_SIDES = [2_400, 1_000];

/** The points of a picture, at most so many on a side; what is transparent is white. */
function pointsOf(bitmap: ImageBitmap, side: number): ImageData | null {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width, bitmap.height].map((length) =>
    Math.max(1, Math.round(length * scale)),
  );
  if (width === undefined || height === undefined) return null;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

async function textsIn(bitmap: ImageBitmap, sides: readonly number[]): Promise<string[]> {
  for (const side of sides) {
    const points = pointsOf(bitmap, side);
    if (!points) throw new Error('This browser gives no points of a picture.');
    const found = await readBarcodes(points, {
      ...{ formats: ['QRCode'], maxNumberOfSymbols: 4 },
      ...{ tryHarder: true, tryRotate: true, tryInvert: true, tryDownscale: true },
    });
    if (found.length > 0) return found.map(({ text }) => text);
  }
  return [];
}

async function answer({ id, image }: ScanRequest): Promise<ScanAnswer> {
  let bitmap;
  try {
    bitmap = image instanceof Blob ? await createImageBitmap(image) : image;
  } catch {
    return { id, fault: 'NOT_A_PICTURE' };
  }
  try {
    return { id, texts: await textsIn(bitmap, image instanceof Blob ? FILE_SIDES : FRAME_SIDES) };
  } catch {
    return { id, fault: 'READER' };
  } finally {
    bitmap.close();
  }
}

addEventListener('message', ({ data }: MessageEvent<ScanRequest>) => {
  void answer(data).then((said) => {
    postMessage(said);
  });
});
