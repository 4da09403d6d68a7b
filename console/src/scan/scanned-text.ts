/** What codes of ours begin with: alone, and presented live. */
const PREFIXES = ['HCN1:', 'HCP1:'];
/** Longest text that recognition looks at. */
const TEXT_MAX = 1_024;

/**
 * A text as it is asked about: without what typing and mail add, line ends and tabs. Spaces stay, as
 * base 45 has them. One character more than the longest is enough to be told that it is too long.
 */
export function cleanText(raw: string): string {
  return raw
    .replace(/[\r\n\t]/g, '')
    .replace(/^ +/, '')
    .slice(0, TEXT_MAX + 1);
}

/** What a picture holds: one text to ask about, none, or several of which none stands out. */
export type Found =
  | { readonly kind: 'ONE'; readonly text: string }
  | { readonly kind: 'NONE' }
  | { readonly kind: 'SEVERAL' };

/** The text to ask about among those in a picture; the only code of ours stands out. */
export function pickText(texts: readonly string[]): Found {
  const different = [...new Set(texts)].filter((text) => text !== '');
  const ours = different.filter((text) => PREFIXES.some((prefix) => text.startsWith(prefix)));
  const [text, ...others] = ours.length > 0 ? ours : different;
  if (text === undefined) return { kind: 'NONE' };
  return others.length === 0 ? { kind: 'ONE', text } : { kind: 'SEVERAL' };
}
