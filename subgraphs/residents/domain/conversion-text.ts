import { regionOfId } from '../../kit/standards/opaque-id.ts';

/** What a text says that a person takes from one region to another. */
export interface ConversionText {
  /** Of the offer; names the region that made it. */
  readonly offerId: string;
  readonly issuer: string;
  readonly receiver: string;
  /** Opens what was offered; 26 characters of base 32, kept nowhere. */
  readonly secret: string;
}

const TEXT = /^HCV1:(\d{6}-[0-9A-HJKMNP-TV-Z]{26})\.(\d{6})\.([0-9A-HJKMNP-TV-Z]{26})$/;

/** Longest text that is looked at. */
const TEXT_MAX = 128;

/**
 * Writes an offer as a text: `HCV1:`, its id, the receiver and the secret, divided by dots. All
 * characters are of the QR code's alphanumeric set.
 */
export function conversionText({ offerId, receiver, secret }: Omit<ConversionText, 'issuer'>) {
  return `HCV1:${offerId}.${receiver}.${secret}`;
}

/** Reads what {@link conversionText} wrote; null for everything else. */
export function readConversionText(text: string): ConversionText | null {
  if (text.length > TEXT_MAX) return null;
  const [, offerId, receiver, secret] = TEXT.exec(text.trim()) ?? [];
  if (offerId === undefined || receiver === undefined || secret === undefined) return null;
  const issuer = regionOfId(offerId);
  return issuer === null ? null : { offerId, issuer, receiver, secret };
}
