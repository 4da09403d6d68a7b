/** Opens many signed texts; what stays the same is not verified anew. */
export type OpenAll<C, T> = (
  all: readonly Uint8Array[],
  /** Names everything else that the outcome depends on, such as which keys there are. */
  under: string,
  context: C,
) => Promise<T[]>;

/**
 * Remembers what was made of bytes as long as nothing it depends on changes, and forgets what is
 * not asked for any more. Hundreds of agreements are loaded every two seconds; each has signatures.
 */
export function openedOnce<C, T>(
  open: (bytes: Uint8Array, context: C) => Promise<T>,
): OpenAll<C, T> {
  let known = new Map<string, Promise<T>>();
  let knownUnder = '';

  /** What failed is opened again the next time. */
  function opening(key: string, bytes: Uint8Array, context: C): Promise<T> {
    const opened = open(bytes, context);
    opened.catch(() => {
      if (known.get(key) === opened) known.delete(key);
    });
    return opened;
  }

  return (all, under, context) => {
    const before = under === knownUnder ? known : new Map<string, Promise<T>>();
    known = new Map(
      all.map((bytes) => {
        const key = Buffer.from(bytes).toString('latin1');
        return [key, before.get(key) ?? opening(key, bytes, context)];
      }),
    );
    knownUnder = under;
    const opened = known;
    return Promise.all(
      all.flatMap((bytes) => opened.get(Buffer.from(bytes).toString('latin1')) ?? []),
    );
  };
}
