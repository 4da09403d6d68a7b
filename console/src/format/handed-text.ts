/** What may be told to the stack that fetches: all of a text but its secret. */
export interface HandedText {
  readonly offerId: string;
  readonly receiver: string;
}

/** The open part of an `HCV1:` text; null for other texts. Whether it holds is for the server to say. */
export function handedText(text: string): HandedText | null {
  const [, offerId, receiver] =
    /^HCV1:(\d{6}-[0-9A-Z]{26})\.(\d{6})\.[0-9A-Z]{26}$/.exec(text.trim()) ?? [];
  return offerId !== undefined && receiver !== undefined ? { offerId, receiver } : null;
}

/** What is wrong with a text that a server refused. */
export type HandedFault = 'OVER' | 'USED' | 'OTHER_REGION';

/** Which field a refusal of a text is about, and what to say there; nothing: it is about neither. */
export function handedFaults(
  code: string,
  fields: readonly string[],
): { readonly text?: HandedFault; readonly division?: HandedFault } {
  if (code === 'NOT_FOUND') return { text: 'OVER' };
  if (fields.includes('division')) return { division: 'OTHER_REGION' };
  if (code === 'CONFLICT' && fields.includes('text')) return { text: 'USED' };
  // A desk fetches for its own regions only.
  const elsewhere = fields.includes('receiver') || code === 'REGION_OUT_OF_SCOPE';
  return elsewhere ? { text: 'OTHER_REGION' } : {};
}
