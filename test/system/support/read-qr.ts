import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** Text of the QR code in a PNG file (base64); null when there is none. The wasm is read from disk. */
export async function readQr(png: string): Promise<string | null> {
  const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = (await readFile(wasm)).buffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  const [found] = await readBarcodes(new Uint8Array(Buffer.from(png, 'base64')));
  return found?.text ?? null;
}
