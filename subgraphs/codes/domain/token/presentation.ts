import { decodeBase45, encodeBase45 } from './base45.ts';
import { concat } from './bytes.ts';

/** What every presentation begins with. */
export const PRESENTATION_PREFIX = 'HCP1:';
/** A presentation is made anew so often, in milliseconds. */
export const STEP_MS = 30_000;
/** How far the beginning of its step may be from now, in milliseconds. Source: DESIGN.md §6, Token. */
export const STEP_TOLERANCE_MS = 120_000;

const STEP_BYTES = 4;
const SIGNATURE_BYTES = 64;
const STEP_MAX = 0xffff_ffff;
/** What is signed begins so, that it can be taken for nothing else. */
const CONTEXT = Uint8Array.of(0x48, 0x43, 0x50, 0x31); // "HCP1"

/** A presentation taken apart; nothing in it is verified yet. */
export interface Presentation {
  /** Bytes of the token that is shown. */
  readonly token: Uint8Array;
  /** Count of 30 s since 1970. */
  readonly step: number;
  /** The holder's, Ed25519, 64 bytes. */
  readonly signature: Uint8Array;
}

/** The step of an instant. */
export function stepAt(at: Date): number {
  return Math.floor(at.getTime() / STEP_MS);
}

/** Whether a presentation of this step is live: made at most two minutes from now. */
export function isLive({ step }: Pick<Presentation, 'step'>, now: Date): boolean {
  return Math.abs(now.getTime() - step * STEP_MS) <= STEP_TOLERANCE_MS;
}

function stepBytes(step: number): Uint8Array {
  if (!Number.isInteger(step) || step < 0 || step > STEP_MAX) throw new RangeError('No step.');
  const bytes = new Uint8Array(STEP_BYTES);
  new DataView(bytes.buffer).setUint32(0, step);
  return bytes;
}

/** What the holder signs: `HCP1`, the token, the step as 4 bytes. */
export function toBePresented({ token, step }: Pick<Presentation, 'token' | 'step'>): Uint8Array {
  return concat(CONTEXT, token, stepBytes(step));
}

/**
 * Text of a presentation: base 45 of the token, the step and the holder's signature. For a token of
 * a two-character name 395 characters, QR version 12 at level M; the token alone has 293, version 10.
 * Source: DESIGN.md §6, Token.
 */
export function encodePresentation({ token, step, signature }: Presentation): string {
  return PRESENTATION_PREFIX + encodeBase45(concat(token, stepBytes(step), signature));
}

/** Takes a presentation's text apart; null for what no {@link encodePresentation} makes. */
export function readPresentation(text: string): Presentation | null {
  if (!text.startsWith(PRESENTATION_PREFIX)) return null;
  const bytes = decodeBase45(text.slice(PRESENTATION_PREFIX.length));
  const end = (bytes?.length ?? 0) - STEP_BYTES - SIGNATURE_BYTES;
  if (!bytes || end <= 0) return null;
  const step = new DataView(bytes.buffer, bytes.byteOffset + end).getUint32(0);
  return { token: bytes.slice(0, end), step, signature: bytes.slice(end + STEP_BYTES) };
}
