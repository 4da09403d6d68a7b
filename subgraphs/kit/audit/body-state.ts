/** Whether what an entry says is kept. */
export const BODY_STATES = [
  'KEPT',
  /** Its year is over. */
  'EXPIRED',
  /** Sooner: erased by a logged decision, or else verifying names the entry. */
  'GONE',
] as const;
/** One of these states. */
export type BodyState = (typeof BODY_STATES)[number];

/** How long what an entry says is kept at least. Source: SECURITY.md, invariant 14. */
const BODY_KEPT_MS = 365 * 86_400_000;

/** Whether what was said at an instant need be kept no longer. Both in milliseconds since 1970. */
export function isPastKeeping(at: number, now: number): boolean {
  return now - at > BODY_KEPT_MS;
}

/** Of what an entry of some time says; null when it is not there. */
export function bodyStateOf(body: string | null, at: number, now: number): BodyState {
  if (body !== null) return 'KEPT';
  return isPastKeeping(at, now) ? 'EXPIRED' : 'GONE';
}
