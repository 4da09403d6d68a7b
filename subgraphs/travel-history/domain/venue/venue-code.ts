import { regionOfId } from '../../../kit/standards/opaque-id.ts';

/** How long a code of a venue is shown before the next, in milliseconds. */
export const STEP_MS = 5 * 60_000;
/** A code is still taken in the step after its own: whoever scans at the turn is not refused. */
const TOLERATED_STEPS = 1;

/** Authenticates texts under a venue's secret. */
export interface CodeMac {
  of(secret: Uint8Array, text: string): string;
  /** Compares without telling by time where two differ. */
  same(a: string, b: string): boolean;
}

/** A code of a venue, as it is shown. */
export interface VenueCode {
  readonly text: string;
  /** When the next one is shown; this one is taken for five minutes more. */
  readonly rotatesAt: Date;
}

function stepOf(at: Date): number {
  return Math.floor(at.getTime() / STEP_MS);
}

function textOf(venueId: string, secret: Uint8Array, step: number, mac: CodeMac): string {
  return `${venueId}.${mac.of(secret, `${venueId}\n${step}`)}`;
}

/** The code that a venue shows at an instant. Source: RULES.md §6. */
export function codeAt(venueId: string, secret: Uint8Array, at: Date, mac: CodeMac): VenueCode {
  const step = stepOf(at);
  return {
    text: textOf(venueId, secret, step, mac),
    rotatesAt: new Date((step + 1) * STEP_MS),
  };
}

/** Id of the venue that a code names, whether or not it holds; null when it is no code. */
export function venueOfCode(text: string): string | null {
  const [id = '', mac, ...more] = text.trim().split('.');
  return mac === undefined || more.length > 0 || regionOfId(id) === null ? null : id;
}

/** Whether a text is a code that the venue shows, or showed just before. Source: RULES.md §6. */
export function codeHolds(
  text: string,
  venueId: string,
  secret: Uint8Array,
  at: Date,
  mac: CodeMac,
): boolean {
  const given = text.trim();
  const steps = Array.from({ length: TOLERATED_STEPS + 1 }, (_, ago) => stepOf(at) - ago);
  // Every step is compared: how long it takes says nothing.
  return steps.filter((step) => mac.same(textOf(venueId, secret, step, mac), given)).length > 0;
}
