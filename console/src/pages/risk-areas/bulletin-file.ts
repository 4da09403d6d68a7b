/** Largest upload in characters of base64. Source: the graph's `importBulletin`. */
const UPLOAD_MOST = 2_000_000;

/** Base64 of some bytes. */
export function base64(bytes: Uint8Array): string {
  const PART = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += PART) {
    text += String.fromCharCode(...bytes.subarray(at, at + PART));
  }
  return btoa(text);
}

function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** A file as it is uploaded: gzipped, base64; null when it is too large for a bulletin. */
export async function packBulletin(file: Blob): Promise<string | null> {
  // Gzip makes JSON fifteen times smaller: what is larger than this is no bulletin.
  if (file.size > 20 * UPLOAD_MOST) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const content = base64(isPacked(bytes) ? bytes : await pack(bytes));
  return content.length > UPLOAD_MOST ? null : content;
}

/** Files by their names, which begin with the instant of what is in them. */
export function inOrder<T extends { readonly name: string }>(files: readonly T[]): readonly T[] {
  return files.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
