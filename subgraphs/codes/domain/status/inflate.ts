/**
 * Opens a zlib stream (RFC 1950) that holds exactly `length` bytes; null for every other. Stops
 * reading as soon as there are more, so that no small text makes a large one. Runs in browsers and
 * in Node, which have it built in.
 */
export async function inflateExactly(
  packed: Uint8Array,
  length: number,
): Promise<Uint8Array | null> {
  const stream = new Blob([Uint8Array.from(packed)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'));
  const reader: ReadableStreamDefaultReader<Uint8Array> = stream.getReader();
  const out = new Uint8Array(length);
  let at = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return at === length ? out : null;
      if (at + value.length > length) return null;
      out.set(value, at);
      at += value.length;
    }
  } catch {
    return null; // no zlib stream, one that ends early, or with something after it
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
