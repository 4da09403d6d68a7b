import { pictureFault, type PictureFault } from './picture.ts';
import { ScanError, type QrReader } from './qr-reader.ts';
import { pickText } from './scanned-text.ts';

/** The one text in a picture, or why there is none. */
export async function readPicture(
  reader: QrReader,
  file: Blob,
): Promise<{ readonly text: string } | { readonly fault: PictureFault }> {
  const before = pictureFault(file);
  if (before) return { fault: before };
  try {
    const found = pickText(await reader.read(file));
    if (found.kind === 'ONE') return { text: found.text };
    return { fault: found.kind === 'NONE' ? 'NO_CODE' : 'SEVERAL' };
  } catch (error) {
    return { fault: error instanceof ScanError ? error.fault : 'READER' };
  }
}
