import { toString } from 'qrcode';
import { decodeBase45 } from '../../../../subgraphs/codes/domain/token/base45.ts';
import {
  encodePresentation,
  STEP_MS,
  stepAt,
  toBePresented,
} from '../../../../subgraphs/codes/domain/token/presentation.ts';
import { holderKey } from './holder-key.ts';

/** Presents the codes of one resident live: a picture of them is old after two minutes. */
export interface Presenter {
  /** Public part of the key that goes into the token, 32 bytes, base64url. */
  readonly holderKey: string;
  /** QR code of a token presented now, as an SVG document. */
  present(text: string): Promise<string>;
  /** Milliseconds until it is to be made anew. */
  untilNext(): number;
}

/** A clock that is this far off is corrected, in milliseconds; less may be the way of the answer. */
const OFF_MS = 5_000;

/** How far the server's clock is ahead of this device's, in milliseconds; 0 when nobody says. */
async function ahead(): Promise<number> {
  try {
    const { headers } = await fetch('/health', { method: 'HEAD', cache: 'no-store' });
    const difference = Date.parse(headers.get('date') ?? '') - Date.now();
    return Math.abs(difference) > OFF_MS ? difference : 0;
  } catch {
    return 0;
  }
}

/** The presenter of a resident's codes; null where this browser cannot present any. */
export async function presenterOf(residentId: string): Promise<Presenter | null> {
  const [pair, offset] = await Promise.all([holderKey(residentId), ahead()]);
  if (!pair) return null;
  const { privateKey, publicKey } = pair;
  const { x } = await crypto.subtle.exportKey('jwk', publicKey);
  const now = () => Date.now() + offset;
  return x === undefined
    ? null
    : {
        holderKey: x,
        async present(text) {
          const token = decodeBase45(text.slice(text.indexOf(':') + 1)) ?? new Uint8Array();
          const step = stepAt(new Date(now()));
          const signed = Uint8Array.from(toBePresented({ token, step }));
          const made = await crypto.subtle.sign('Ed25519', privateKey, signed);
          const shown = encodePresentation({ token, step, signature: new Uint8Array(made) });
          return toString(shown, { errorCorrectionLevel: 'M', margin: 4, type: 'svg' });
        },
        untilNext: () => STEP_MS - (now() % STEP_MS),
      };
}
