/** What is left of a client's allowance. */
export interface Allowance {
  /** Whether what was asked for has been taken. */
  readonly granted: boolean;
  /** Units a minute. */
  readonly quota: number;
  /** Whole units that are left. */
  readonly remaining: number;
  /** Seconds until the allowance is whole again. */
  readonly fullInS: number;
  /** Seconds until what was asked for could be taken; 0 when it was. */
  readonly retryInS: number;
}

/** Allowances by client. */
export interface TokenBuckets {
  /** Takes units if there are that many. One request of more than a quota takes a whole one. */
  take(client: string, units: number): Allowance;
}

/** Most clients whose allowance is kept; beyond that those that are whole again are forgotten. */
const CLIENTS_MAX = 10_000;
const MINUTE_MS = 60_000;

/**
 * Allowances of `quota` units a minute, which refill all the time; kept in this process alone.
 * What refills is reckoned when it is asked for: there is no timer.
 */
export function tokenBuckets(quota: number, now: () => number = Date.now): TokenBuckets {
  const buckets = new Map<string, { left: number; at: number }>();
  const perMs = quota / MINUTE_MS;

  function forgetWhole(time: number): void {
    for (const [client, { left, at }] of buckets) {
      if (left + (time - at) * perMs >= quota) buckets.delete(client);
    }
  }

  return {
    take(client, units) {
      const time = now();
      const known = buckets.get(client);
      if (!known && buckets.size >= CLIENTS_MAX) forgetWhole(time);
      const bucket = known ?? { left: quota, at: time };
      bucket.left = Math.min(quota, bucket.left + Math.max(0, time - bucket.at) * perMs);
      bucket.at = time;
      buckets.set(client, bucket);
      const wanted = Math.min(units, quota);
      const granted = bucket.left >= wanted;
      if (granted) bucket.left -= wanted;
      const seconds = (missing: number) => Math.ceil(missing / perMs / 1_000);
      return {
        ...{ granted, quota, remaining: Math.floor(bucket.left) },
        fullInS: seconds(quota - bucket.left),
        retryInS: granted ? 0 : Math.max(1, seconds(wanted - bucket.left)),
      };
    },
  };
}
