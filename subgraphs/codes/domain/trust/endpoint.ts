const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * Whether a text is the origin of a stack, exactly: `https://host`, or `http://` on loopback, where
 * nothing lies between. No path, no query, no user. Source: DESIGN.md §6, Trust list.
 */
export function isEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  if (origin !== text) return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
}
