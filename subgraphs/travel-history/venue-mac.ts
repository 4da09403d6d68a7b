import { timingSafeEqual } from 'node:crypto';
import { hmacSha256 } from '../kit/hmac.ts';
import type { CodeMac } from './domain/venue/venue-code.ts';

/** Bytes of a code's authentication: no guess of a code of five minutes succeeds. */
const MAC_BYTES = 16;
/** Bytes of a venue's secret. */
export const SECRET_BYTES = 32;

/** HMAC-SHA256, its first 16 bytes, base64url. */
export const venueMac: CodeMac = {
  of(secret, text) {
    const mac = hmacSha256(secret, text);
    return mac.subarray(0, MAC_BYTES).toString('base64url');
  },
  same(a, b) {
    const [one, other] = [Buffer.from(a), Buffer.from(b)];
    return one.length === other.length && timingSafeEqual(one, other);
  },
};
