/** How long a presentation is remembered, in milliseconds: as long as it is live. Source: DESIGN.md §6, Traces. */
export const REMEMBERED_MS = 240_000;
/** The same caller may show the same presentation again for so long: a scan that was repeated. */
export const REPEAT_MS = 10_000;

const HOUR_MS = 3_600_000;
const KEY_BYTES = 32;
/** About 50 MB of memory at the most. */
const MOST = 250_000;

/** Cryptography of the place where it runs. */
export interface ReplayPorts {
  readonly randomBytes: (length: number) => Uint8Array;
  /** HMAC-SHA256 of a text, as a text. */
  readonly tag: (key: Uint8Array, text: string) => string | Promise<string>;
  /** Most presentations that are remembered; the oldest give way. Default: 250,000. */
  readonly most?: number;
}

/** Whether a live presentation was seen before; remembers it when it was not. */
export type Replayed = (text: string, caller: string, at: Date) => Promise<boolean>;

interface Sight {
  readonly caller: string;
  /** Milliseconds. */
  readonly at: number;
}

/** What was seen in one hour, under a key of that hour. */
interface Hour {
  readonly hour: number;
  readonly key: Uint8Array;
  /** Oldest first. */
  readonly seen: Map<string, Sight>;
}

function forgetOld({ seen }: Hour, at: number, most: number): void {
  for (const [tag, sight] of seen) {
    if (seen.size <= most && at - sight.at <= REMEMBERED_MS) return;
    seen.delete(tag);
  }
}

/**
 * Notices a presentation that was seen before: by another caller, or by the same one more than ten
 * seconds ago. Kept in memory alone, 240 s long, under a key that nobody has an hour later.
 * Source: DESIGN.md §6, Traces.
 */
export function replayWatch({ randomBytes, tag, most = MOST }: ReplayPorts): Replayed {
  let hours: readonly Hour[] = [];

  /** The hour of an instant and, while it still counts, the one before; newest first. */
  function hoursAt(at: number): readonly Hour[] {
    const hour = Math.floor(at / HOUR_MS);
    // Whoever began before the hour may come after others of it, which begins no hour anew: those
    // before would be forgotten.
    const ahead = (hours[0]?.hour ?? hour) * HOUR_MS - at;
    const isLate = ahead > 0 && ahead <= REMEMBERED_MS;
    if (hours[0]?.hour !== hour && !isLate) {
      hours = [{ hour, key: randomBytes(KEY_BYTES), seen: new Map() }, ...hours.slice(0, 1)];
    }
    const [newest, before] = hours;
    const over = before && Math.abs(at - (before.hour + 1) * HOUR_MS) > REMEMBERED_MS;
    if (newest && over) hours = [newest];
    return hours;
  }

  return async (text, caller, when) => {
    const at = when.getTime();
    const known = hoursAt(at);
    const tags = await Promise.all(known.map(async ({ key }) => tag(key, text)));
    // From here on nothing waits: of two at once, one is the second.
    const sight = known
      .map(({ seen }, index) => seen.get(tags[index] ?? ''))
      .find((one) => one && at - one.at <= REMEMBERED_MS);
    if (sight) return sight.caller !== caller || at - sight.at > REPEAT_MS;
    const [newest] = known;
    newest?.seen.set(tags[0] ?? '', { caller, at });
    known.forEach((hour) => {
      forgetOld(hour, at, most);
    });
    return false;
  };
}
