import type { ErrorCode } from '../../subgraphs/kit/domain-error.ts';
import type { Identity } from '../../subgraphs/kit/identity.ts';
import type { Log } from '../../subgraphs/kit/log.ts';
import { regionOf, type GatewayTrail } from './gateway-trail.ts';

/** Refusals that say something of who asked: that it was not theirs to ask. */
export const LOGGED_REFUSALS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'FORBIDDEN',
  'SCOPE_MISSING',
  'PURPOSE_NOT_ALLOWED',
  'REGION_OUT_OF_SCOPE',
  'APPROVAL_REQUIRED',
  'SELF_APPROVAL',
  'STEP_UP_REQUIRED',
]);

/** Repeats within this time are one entry with their count. */
const TOGETHER_MS = 60_000;
/** Most refusals counted at a time; more are written one by one. */
const COUNTED_MAX = 10_000;

/** Writes refusals to the audit log. */
export interface Refusals {
  /** The first of its kind is written before this is done, whatever comes of it. */
  note(identity: Identity, code: ErrorCode, operation: string): Promise<void>;
  /** Writes what is counted and not written yet. */
  close(): Promise<void>;
}

interface Counted {
  repeats: number;
  readonly write: () => Promise<void>;
  readonly timer: NodeJS.Timeout;
}

/**
 * Refusals of one account, code and operation: the first at once, repeats within a minute as one
 * entry. Who is refused gets the same answer when the log cannot be written.
 */
export function refusalLog(trail: GatewayTrail, log: Log): Refusals {
  const counted = new Map<string, Counted>();

  async function write(identity: Identity, code: ErrorCode, operation: string, repeats: number) {
    const detail = { code, operation, ...(repeats > 0 && { repeats }) };
    try {
      await trail(identity, { region: regionOf(identity), action: 'REFUSED', detail });
    } catch (err) {
      log.error({ err, alarm: 'REFUSAL_NOT_LOGGED', code }, 'a refusal is not in the audit log');
    }
  }

  return {
    async note(identity, code, operation) {
      const key = JSON.stringify([identity.subject, code, operation]);
      const known = counted.get(key);
      if (known) {
        known.repeats += 1;
        return;
      }
      if (counted.size < COUNTED_MAX) {
        const one: Counted = {
          repeats: 0,
          async write() {
            counted.delete(key);
            clearTimeout(one.timer);
            if (one.repeats > 0) await write(identity, code, operation, one.repeats);
          },
          timer: setTimeout(() => void one.write(), TOGETHER_MS).unref(),
        };
        counted.set(key, one);
      }
      await write(identity, code, operation, 0);
    },
    async close() {
      await Promise.all([...counted.values()].map((one) => one.write()));
    },
  };
}
