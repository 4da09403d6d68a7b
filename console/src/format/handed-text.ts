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
