/** Parts of a document, one after the other. */
export function times(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join(' ');
}

/** Fragments that each use the next one `width` times, each use within `wrap`. */
export function bomb(
  width: number,
  levels: number,
  wrap: (inner: string) => string = (inner) => inner,
): string {
  const fragments = times(levels, (level) => {
    const inner = level === levels - 1 ? 'id' : times(width, () => wrap(`...F${level + 1}`));
    return `fragment F${level} on Region { ${inner} }`;
  });
  return `{ regions { ...F0 } } ${fragments}`;
}
