import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ID_BYTES, opaqueId } from '../../kit/standards/opaque-id.ts';
import { DOCUMENT_TYPES } from '../../kit/standards/document-types.ts';
import type { ConversionSeal } from '../domain/conversion.ts';
import type { ConversionText } from '../domain/conversion-text.ts';

const NONCE = 12;
const TAG = 16;
const KEY = 32;

const identity = z.strictObject({
  name: z.string(),
  documentType: z.enum(Object.values(DOCUMENT_TYPES)),
  documentNumber: z.string(),
  birthDate: z.iso.date(),
  phone: z.string().nullable(),
});

function keyOf({ secret }: ConversionText): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'HCV1 registration', KEY));
}

function additionalData({ offerId, receiver }: ConversionText): Buffer {
  return Buffer.from(`HCV1\0${offerId}\0${receiver}`);
}

/**
 * AES-256-GCM under a key derived from the secret of 128 random bits by HKDF-SHA256: nonce, text,
 * tag; additional data = offer and receiver. Source: RFC 5869, NIST SP 800-38D.
 */
export const conversionSeal: ConversionSeal = {
  newSecret: () => opaqueId('', randomBytes(ID_BYTES)).slice(1),
  seal(given, place) {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', keyOf(place), nonce);
    cipher.setAAD(additionalData(place));
    const text = JSON.stringify(identity.parse(given));
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  },
  open(sealed, place) {
    const bytes = Buffer.from(sealed);
    if (bytes.length < NONCE + TAG) return null;
    const nonce = bytes.subarray(0, NONCE);
    const decipher = createDecipheriv('aes-256-gcm', keyOf(place), nonce, { authTagLength: TAG });
    decipher.setAAD(additionalData(place));
    decipher.setAuthTag(bytes.subarray(-TAG));
    try {
      const text = Buffer.concat([
        decipher.update(bytes.subarray(NONCE, -TAG)),
        decipher.final(),
      ]).toString('utf8');
      return identity.parse(JSON.parse(text));
    } catch {
      return null; // another secret, or changed on its way: nothing to tell apart for whoever asks
    }
  },
};
